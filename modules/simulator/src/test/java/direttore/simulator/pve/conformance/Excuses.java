package direttore.simulator.pve.conformance;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the simulator need not answer as the recorded instance did, each with its reason. That one
 * had emulated guests and lacked parts of a real node.
 */
final class Excuses {
  private static final List<Excuse> SKIPPED =
      List.of(
          skip(
              "/nodes/\\w+/capabilities/qemu/machines", "the instance lacked the list of machines"),
          skip("/nodes/\\w+/lxc/\\d+/vncproxy", "the instance had no VNC for containers"));

  private static final List<Excuse> EXCUSED = List.of();

  private Excuses() {}

  private record Excuse(Pattern request, Pattern difference, String reason) {}

  private static Excuse skip(String path, String reason) {
    return new Excuse(Pattern.compile(".*" + path + ".*"), Pattern.compile(""), reason);
  }

  static @Nullable String skips(Recording recording) {
    return reason(SKIPPED, recording, "");
  }

  static @Nullable String excuses(Recording recording, String difference) {
    return reason(EXCUSED, recording, difference);
  }

  private static @Nullable String reason(
      List<Excuse> excuses, Recording recording, String difference) {
    for (var excuse : excuses) {
      if (excuse.request.matcher(recording.verb() + " " + recording.path()).matches()
          && excuse.difference.matcher(difference).find()) {
        return excuse.reason;
      }
    }
    return null;
  }
}
