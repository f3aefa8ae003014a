package direttore.worker.task;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The progress that a task writes into its log, such as {@code transferred … (45.67%)}. */
final class Percent {
  private static final Pattern FIGURE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?) ?%");

  private Percent() {}

  /** The last figure in the lines as 0 to 1, or null when there is none. */
  static @Nullable Double in(List<String> lines) {
    for (var line : lines.reversed()) {
      Double last = null;
      var figure = FIGURE.matcher(line);
      while (figure.find()) {
        last = Double.parseDouble(figure.group(1)) / 100;
      }
      if (last != null && last <= 1) {
        return last;
      }
    }
    return null;
  }
}
