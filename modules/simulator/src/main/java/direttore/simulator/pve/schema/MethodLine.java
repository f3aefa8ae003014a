package direttore.simulator.pve.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the first line of a method: {@code GET /nodes/{node}/(lxc|qemu) [protected] all}.
 *
 * @param templates the paths for which it stands
 */
record MethodLine(String verb, List<String> templates, Set<MethodSpec.Trait> traits, Rule rule) {

  /** What that line says. */
  static MethodLine read(SchemaLine line) {
    var words = line.text().split(" ", 3);
    if (words.length < 3 || !words[1].startsWith("/")) {
      throw line.wrong("a method is VERB /path [traits] RULE");
    }
    var end = words[2].startsWith("[") ? words[2].indexOf("] ") : -1;
    var traits = end < 0 ? Set.<MethodSpec.Trait>of() : traits(line, words[2].substring(1, end));
    var rule = RuleText.read(line, end < 0 ? words[2] : words[2].substring(end + 2));
    return new MethodLine(words[0], templates(words[1]), traits, rule);
  }

  private static Set<MethodSpec.Trait> traits(SchemaLine line, String words) {
    var traits = EnumSet.noneOf(MethodSpec.Trait.class);
    for (var word : words.split(" ", -1)) {
      try {
        traits.add(MethodSpec.Trait.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
      } catch (IllegalArgumentException e) {
        throw line.wrong("'%s' is no trait".formatted(word));
      }
    }
    return traits;
  }

  /** {@code /a/(b|c)} is two paths. */
  private static List<String> templates(String path) {
    var open = path.indexOf('(');
    var close = path.indexOf(')', open);
    if (open < 0 || close < 0) {
      return List.of(path);
    }
    var paths = new ArrayList<String>();
    for (var one : path.substring(open + 1, close).split("\\|", -1)) {
      paths.add(path.substring(0, open) + one + path.substring(close + 1));
    }
    return paths;
  }
}
