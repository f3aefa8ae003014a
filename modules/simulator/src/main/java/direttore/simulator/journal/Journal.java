package direttore.simulator.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tables of JSON values in one file, to which each change is appended before the answer leaves; so
 * even a killed simulator has what it said. The file is compacted when it is opened and when it has
 * grown.
 */
public final class Journal implements AutoCloseable {
  /** How much may be appended before the file is compacted, in characters. */
  private static final long COMPACTED_AFTER = 64L << 20;

  private final ObjectMapper json = mapper();
  private final @Nullable Path file;
  private Map<String, Map<String, JsonNode>> loaded = Map.of();
  private @Nullable BufferedWriter out;
  private long appended;

  private Journal(@Nullable Path file) {
    this.file = file;
  }

  /** A journal that keeps nothing. */
  public static Journal none() {
    return new Journal(null);
  }

  /** The journal in that file, which need not exist yet. */
  public static Journal open(Path file) {
    var journal = new Journal(file);
    try {
      journal.loaded = journal.compact(file);
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a table held when the journal was opened; to be asked once. */
  public synchronized Map<String, JsonNode> take(String table) {
    var rows = loaded.isEmpty() ? null : loaded.remove(table);
    return rows == null ? Map.of() : rows;
  }

  /** A value of a table as it was written. */
  public <T> T value(JsonNode node, Class<T> type) {
    try {
      return json.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal holds no " + type.getSimpleName(), e);
    }
  }

  /** Keeps a value in place of the one before. */
  public void put(String table, String key, Object value) {
    append(table, key, value);
  }

  /** Drops a value. */
  public void remove(String table, String key) {
    append(table, key, null);
  }

  /** Keeps nothing more. */
  @Override
  public synchronized void close() {
    try {
      if (out != null) {
        out.close();
        out = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records by their components alone: their other methods are no properties. */
  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private synchronized void append(String table, String key, @Nullable Object value) {
    if (out == null || file == null) {
      return;
    }
    try {
      var line = line(json, table, key, value);
      out.write(line);
      out.flush();
      appended += line.length();
      if (appended > COMPACTED_AFTER) {
        out.close();
        compact(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file anew with the latest value of each key, which it gives. */
  private Map<String, Map<String, JsonNode>> compact(Path path) throws IOException {
    var tables = read(path, json);
    var fresh = path.resolveSibling(path.getFileName() + ".new");
    try (var writer = Files.newBufferedWriter(fresh)) {
      for (var table : tables.entrySet()) {
        for (var entry : table.getValue().entrySet()) {
          writer.write(line(json, table.getKey(), entry.getKey(), entry.getValue()));
        }
      }
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    out = Files.newBufferedWriter(path, StandardOpenOption.APPEND);
    appended = 0;
    return tables;
  }

  private static String line(ObjectMapper json, String table, String key, @Nullable Object value)
      throws IOException {
    var change = new LinkedHashMap<String, @Nullable Object>();
    change.put("t", table);
    change.put("k", key);
    change.put("v", value);
    return json.writeValueAsString(change) + "\n";
  }

  private static Map<String, Map<String, JsonNode>> read(Path file, ObjectMapper json)
      throws IOException {
    var tables = new TreeMap<String, Map<String, JsonNode>>();
    if (Files.exists(file)) {
      for (var line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
        apply(line, json, tables);
      }
    }
    return tables;
  }

  private static void apply(
      String line, ObjectMapper json, Map<String, Map<String, JsonNode>> tables) {
    try {
      var change = json.readTree(line);
      var rows = tables.computeIfAbsent(change.path("t").asText(), t -> new LinkedHashMap<>());
      if (change.path("v").isNull()) {
        rows.remove(change.path("k").asText());
      } else {
        rows.put(change.path("k").asText(), change.path("v"));
      }
    } catch (JsonProcessingException e) {
      // The last line of a killed simulator may be torn; what it told had not been answered yet.
      tables.computeIfAbsent("torn", t -> new LinkedHashMap<>());
    }
  }
}
