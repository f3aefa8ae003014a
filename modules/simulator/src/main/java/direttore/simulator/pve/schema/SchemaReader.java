package direttore.simulator.pve.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema from the files beside this class. A file has blocks: a line, and below it
 * indented lines that belong to it. A {@code #} at the beginning makes a line a comment.
 *
 * <pre>{@code
 * values buses                  a list of values that properties name as of=@buses
 *   ide0..3 sata0..5
 * common                        properties that a method takes by name alone
 *   node text format=pve-node
 * set disk                      properties that others take in with +disk
 *   size text like \d+[MG]
 * text pve-vmid                 a format by regular expression; %s is the value
 *   like ^[1-9][0-9]{2,8}$
 *   says value does not look like a valid VM ID
 * string vm-vga                 a format of keys and values; main may stand without its key
 *   type text of=std|qxl main
 *   memory whole 4..512
 * POST /nodes/{node}/(lxc|qemu) [any-node] /vms/{vmid}=VM.Clone and (self or all)
 *   vmid! whole 100..999 needs=disk
 *   net[31] text format=vm-net length=..80
 *   +disk
 * }</pre>
 *
 * <p>Properties marked {@code !} and those in the path are required. Of privileges on a path, those
 * joined by {@code |} are enough one by one, those joined by {@code &} are needed together; {@code
 * pool?/pool/{pool}=VM.Allocate} holds only where the parameter was given.
 */
final class SchemaReader {
  private static final List<String> FILES =
      List.of(
          "common",
          "vm-formats",
          "formats",
          "access",
          "cluster",
          "node",
          "storage",
          "guest",
          "vm",
          "agent",
          "container");
  private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE");

  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, Property> common = new HashMap<>();
  private final Map<String, List<Property>> sets = new HashMap<>();
  private final Map<String, Format> formats = new HashMap<>();
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

  /** Knows the formats that are code. */
  SchemaReader() {
    formats.putAll(TextFormats.ALL_FORMATS);
    formats.putAll(NetworkFormats.ALL_FORMATS);
  }

  /** The schema of the files beside this class. */
  static ApiSchema pve() {
    var reader = new SchemaReader();
    for (var name : FILES) {
      var file = name + ".schema";
      try (var in = SchemaReader.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(file + " is missing");
        }
        reader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return reader.schema();
  }

  /**
   * Takes in one file.
   *
   * @throws IllegalStateException naming the line that is wrong
   */
  void read(String file, String content) {
    var texts = content.split("\n", -1);
    var block = new ArrayList<SchemaLine>();
    for (var i = 0; i < texts.length; i++) {
      var line = new SchemaLine(file, i + 1, texts[i]);
      if (line.says()) {
        if (!line.isIndented() && !block.isEmpty()) {
          block(block.getFirst(), block.subList(1, block.size()));
          block.clear();
        }
        block.add(line);
      }
    }
    if (!block.isEmpty()) {
      block(block.getFirst(), block.subList(1, block.size()));
    }
  }

  /** What was read. */
  ApiSchema schema() {
    return new ApiSchema(methods, formats, values);
  }

  private void block(SchemaLine head, List<SchemaLine> body) {
    var words = head.words();
    if (VERBS.contains(words[0])) {
      method(head, body);
    } else if (words[0].equals("common")) {
      for (var property : properties(body)) {
        common.put(property.name(), property);
      }
    } else if (words.length == 2) {
      named(words[0], words[1], head, body);
    } else {
      throw head.wrong("'%s' begins no block".formatted(head.text()));
    }
  }

  private void named(String kind, String name, SchemaLine head, List<SchemaLine> body) {
    switch (kind) {
      case "values" -> add(values, name, words(body), head);
      case "set" -> add(sets, name, properties(body), head);
      case "text" -> add(formats, name, text(head, body), head);
      case "string" -> add(formats, name, string(name, head, body), head);
      default ->
          throw head.wrong(
              "block is %s, expected common, values, set, text, string or a verb".formatted(kind));
    }
  }

  private static <T> void add(Map<String, T> all, String name, T one, SchemaLine line) {
    if (all.putIfAbsent(name, one) != null) {
      throw line.wrong(name + " is there twice");
    }
  }

  private static List<String> words(List<SchemaLine> body) {
    var all = new ArrayList<String>();
    for (var line : body) {
      all.addAll(List.of(line.words()));
    }
    return all;
  }

  private List<Property> properties(List<SchemaLine> body) {
    var all = new ArrayList<Property>();
    for (var line : body) {
      var text = line.text().strip();
      if (text.startsWith("+")) {
        all.addAll(set(line, text.substring(1)));
      } else {
        all.add(property(line));
      }
    }
    return all;
  }

  private Property property(SchemaLine line) {
    var property = PropertyLine.read(line, common, values);
    for (var check : property.checks()) {
      if (check instanceof Check.HasFormat format
          && !formats.containsKey(Formats.withoutSuffix(format.name()))) {
        throw line.wrong("no format is called " + format.name());
      }
    }
    return property;
  }

  private List<Property> set(SchemaLine line, String name) {
    var set = sets.get(name);
    if (set == null) {
      throw line.wrong("no set is called " + name);
    }
    return set;
  }

  private static Format text(SchemaLine head, List<SchemaLine> body) {
    var regex = body.isEmpty() ? "" : body.getFirst().text().strip();
    var sentence = body.size() == 2 ? body.get(1).text().strip() : "";
    if (!regex.startsWith("like ") || !sentence.startsWith("says ")) {
      throw head.wrong("a text has a line with like and one with says");
    }
    return TextFormats.like(regex.substring(5), sentence.substring(5));
  }

  private Format string(String name, SchemaLine head, List<SchemaLine> body) {
    var keys = related(properties(body), head);
    return new PropertyStringFormat(validator(name, head), keys);
  }

  private PropertyStringFormat.Validator validator(String name, SchemaLine head) {
    if (!name.equals(CpuFormat.NAME)) {
      return parsed -> {};
    }
    var models = values.get("processors");
    if (models == null) {
      throw head.wrong("no values are called processors");
    }
    return new CpuFormat(models);
  }

  private void method(SchemaLine head, List<SchemaLine> body) {
    var line = MethodLine.read(head);
    var properties = properties(body);
    for (var template : line.templates()) {
      var all = withPath(template, properties, head);
      var method = new MethodSpec(line.verb(), template, line.rule(), all, line.traits());
      add(methods, method.toString(), method, head);
    }
  }

  /** The properties with those in the path, all of which are required. */
  private List<Property> withPath(String template, List<Property> properties, SchemaLine head) {
    var inPath = new LinkedHashSet<String>();
    for (var part : template.split("/", -1)) {
      if (part.startsWith("{")) {
        inPath.add(part.substring(1, part.length() - 1));
      }
    }
    var all = new ArrayList<Property>();
    for (var property : properties) {
      all.add(inPath.remove(property.name()) ? property.required() : property);
    }
    for (var name : inPath) {
      var known = common.get(name);
      if (known == null) {
        throw head.wrong("{%s} is neither declared nor common".formatted(name));
      }
      all.add(known.required());
    }
    return related(all, head);
  }

  /** The same properties, each of which names only others that are there. */
  private static List<Property> related(List<Property> properties, SchemaLine head) {
    for (var property : properties) {
      names(property, property.needs(), properties, head);
      names(property, property.alias(), properties, head);
      names(property, property.keyAlias(), properties, head);
    }
    return properties;
  }

  private static void names(
      Property property, @Nullable String other, List<Property> all, SchemaLine head) {
    if (other != null && all.stream().noneMatch(p -> p.name().equals(other))) {
      throw head.wrong("%s names %s, which is not there".formatted(property.name(), other));
    }
  }
}
