package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a {@code .env} file: {@code NAME=value}, as shells and Docker Compose write them.
 */
final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern DOUBLE_QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(#.*)?");
  private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(#.*)?");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  private DotEnv() {}

  static Map<String, String> parse(List<String> lines) {
    var found = new LinkedHashMap<String, String>();
    for (int index = 0; index < lines.size(); index++) {
      var line = lines.get(index).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new WrongSetting(
            "Line %d of .env must have the form NAME=value.".formatted(index + 1));
      }
      found.put(matcher.group(1), value(matcher.group(2), index + 1));
    }
    return found;
  }

  private static String value(String text, int line) {
    var doubled = DOUBLE_QUOTED.matcher(text);
    if (doubled.matches()) {
      return ESCAPED.matcher(doubled.group(1)).replaceAll(DotEnv::unescaped);
    }
    var single = SINGLE_QUOTED.matcher(text);
    if (single.matches()) {
      return single.group(1);
    }
    if (text.startsWith("\"") || text.startsWith("'")) {
      throw new WrongSetting("Line %d of .env has a quote that is not closed.".formatted(line));
    }
    return COMMENT.matcher(text).replaceFirst("").strip();
  }

  private static String unescaped(MatchResult escaped) {
    return escaped.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(escaped.group(1));
  }
}
