package direttore.api.task;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a task is, where its log tells: {@code transferred 2.0 GiB of 8.0 GiB (25.00%)}. */
final class Progress {
  private static final Pattern PERCENT =
      Pattern.compile("(?<![0-9.])(?<number>[0-9]{1,3}(\\.[0-9]{1,4})?) ?%");

  private Progress() {}

  /** The latest share that the log tells, 0 to 1, or null when it tells none. */
  static @Nullable Double in(List<String> log) {
    for (var line : log.reversed()) {
      Double latest = null;
      var match = PERCENT.matcher(line);
      while (match.find()) {
        latest = Double.parseDouble(match.group("number")) / 100;
      }
      if (latest != null && latest <= 1) {
        return latest;
      }
    }
    return null;
  }
}
