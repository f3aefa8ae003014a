package direttore.simulator.pve.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one property: {@code vmid! whole 100..999999999 format=pve-vmid}. */
final class PropertyLine {
  private static final String LIKE = " like ";
  private static final Map<String, Type> TYPES =
      Map.of(
          "text", Type.STRING,
          "flag", Type.BOOLEAN,
          "whole", Type.INTEGER,
          "number", Type.NUMBER,
          "array", Type.ARRAY);

  private final SchemaLine line;
  private final Map<String, List<String>> values;
  private final List<Check> checks = new ArrayList<>();
  private Type type = Type.STRING;
  private @Nullable String needs;
  private @Nullable String alias;
  private @Nullable String keyAlias;
  private boolean main;

  private PropertyLine(SchemaLine line, Map<String, List<String>> values) {
    this.line = line;
    this.values = values;
  }

  /** The property of that line, by its name alone one of the common ones. */
  static Property read(
      SchemaLine line, Map<String, Property> common, Map<String, List<String>> values) {
    var text = line.text().strip();
    var like = text.indexOf(LIKE);
    var words = (like < 0 ? text : text.substring(0, like)).split(" ", -1);
    var required = words[0].endsWith("!");
    var name = required ? words[0].substring(0, words[0].length() - 1) : words[0];
    if (words.length == 1) {
      var known = common.get(name);
      if (known == null) {
        throw line.wrong("%s has no type and is not common".formatted(name));
      }
      return required ? known.required() : known;
    }
    var reader = new PropertyLine(line, values);
    reader.type(words[1]);
    for (var word : List.of(words).subList(2, words.length)) {
      reader.word(word);
    }
    if (like >= 0) {
      reader.checks.add(matches(line, text.substring(like + LIKE.length())));
    }
    return reader.property(name, required);
  }

  /** {@code net[31]} is net0 to net31. */
  private Property property(String name, boolean required) {
    var bracket = name.indexOf('[');
    if (bracket < 0) {
      return new Property(name, type, !required, checks, needs, alias, keyAlias, main, -1);
    }
    var last = (int) number(name.substring(bracket + 1, name.length() - 1));
    var prefix = name.substring(0, bracket);
    return new Property(prefix, type, !required, checks, needs, alias, keyAlias, main, last);
  }

  private void type(String word) {
    if (word.startsWith("alias=")) {
      word(word);
      return;
    }
    var named = TYPES.get(word);
    if (named == null) {
      throw line.wrong(
          "type is %s, expected text, flag, whole, number, array or alias=KEY".formatted(word));
    }
    type = named;
  }

  private void word(String word) {
    var equals = word.indexOf('=');
    var value = word.substring(equals + 1);
    switch (equals < 0 ? "" : word.substring(0, equals)) {
      case "format" -> checks.add(new Check.HasFormat(value));
      case "length" -> length(value);
      case "needs" -> needs = value;
      case "alias" -> alias = value;
      case "as" -> keyAlias = value;
      case "of" -> checks.add(new Check.OneOf(among(value)));
      default -> {
        if (word.equals("main")) {
          main = true;
        } else {
          range(word);
        }
      }
    }
  }

  private void range(String word) {
    var ends = ends(word);
    if (!ends[0].isEmpty()) {
      checks.add(new Check.AtLeast(number(ends[0])));
    }
    if (!ends[1].isEmpty()) {
      checks.add(new Check.AtMost(number(ends[1])));
    }
  }

  private void length(String word) {
    var ends = ends(word);
    if (!ends[0].isEmpty()) {
      checks.add(new Check.AtLeastLong((int) number(ends[0])));
    }
    if (!ends[1].isEmpty()) {
      checks.add(new Check.AtMostLong((int) number(ends[1])));
    }
  }

  private String[] ends(String word) {
    var dots = word.indexOf("..");
    if (dots < 0) {
      throw line.wrong(
          "'%s' is neither a range nor one of main, %s"
              .formatted(word, "format=, length=, needs=, as=, of= and like"));
    }
    return new String[] {word.substring(0, dots), word.substring(dots + 2)};
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw line.wrong("'%s' is no number".formatted(text));
    }
  }

  /** Values divided by strokes, or a list of values by its name. */
  private List<String> among(String text) {
    var named = text.startsWith("@");
    var list = named ? values.get(text.substring(1)) : List.of(text.split("\\|", -1));
    if (list == null) {
      throw line.wrong("no values are called " + text.substring(1));
    }
    var all = new ArrayList<String>();
    list.forEach(value -> series(value, all));
    return all;
  }

  /** {@code mp0..255} stands for {@code mp0}, {@code mp1} and so on. */
  private void series(String value, List<String> all) {
    var dots = value.indexOf("0..");
    if (dots < 0) {
      all.add(value);
      return;
    }
    var last = (int) number(value.substring(dots + 3));
    for (var i = 0; i <= last; i++) {
      all.add(value.substring(0, dots) + i);
    }
  }

  private static Check matches(SchemaLine line, String regex) {
    try {
      return new Check.Matches(regex);
    } catch (PatternSyntaxException e) {
      throw line.wrong(e.getDescription().toLowerCase(Locale.ROOT) + " in " + regex);
    }
  }
}
