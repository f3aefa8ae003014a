package direttore.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The OpenAPI document. {@code docs/openapi.yaml} says what concerns the whole API and names the
 * parts, {@code docs/openapi/<feature>.yaml}, each with its {@code paths} and {@code components};
 * their lines are put together under one heading of each, as they are written.
 */
public final class ContractParts {
  private static final String FOLDER = "/direttore/api/docs/";
  private static final String LIST = "x-parts:";
  private static final String PATHS = "paths:";
  private static final String COMPONENTS = "components:";

  private final List<String> paths = new ArrayList<>();
  private final Map<String, List<String>> components = new LinkedHashMap<>();

  private ContractParts() {}

  /** The parts by the names of their files, in the order in which they are joined. */
  public static List<String> names() {
    return root()
        .filter(line -> line.startsWith(LIST))
        .flatMap(line -> Stream.of(line.substring(LIST.length()).split("[\\[\\], ]+")))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** The text of one part. */
  public static String part(String name) {
    return read("openapi/" + name + ".yaml");
  }

  /** The whole document as YAML. */
  public static String joined() {
    var parts = new ContractParts();
    names().forEach(name -> parts.add(part(name).lines().toList()));
    var text = new ArrayList<>(root().filter(line -> !line.startsWith(LIST)).toList());
    text.add(PATHS);
    text.addAll(parts.paths);
    text.add(COMPONENTS);
    parts.components.forEach((heading, lines) -> {
      text.add(heading);
      text.addAll(lines);
    });
    return text.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void add(List<String> lines) {
    var within = paths;
    for (var line : lines) {
      if (line.equals(COMPONENTS)) {
        within = new ArrayList<>();
      } else if (line.matches("  [A-Za-z]+:")) {
        within = components.computeIfAbsent(line, heading -> new ArrayList<>());
      } else if (!line.equals(PATHS)) {
        within.add(line);
      }
    }
  }

  private static Stream<String> root() {
    return read("openapi.yaml").lines();
  }

  private static String read(String file) {
    try (var in =
        Objects.requireNonNull(ContractParts.class.getResourceAsStream(FOLDER + file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
