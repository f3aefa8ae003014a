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

  private static final List<Excuse> EXCUSED =
      List.of(
          excuse(
              "/nodes/\\w+/status", "secureboot is too much", "the instance had a BIOS, not EFI"),
          excuse("/nodes/\\w+/dns", "search is too much", "the instance had no search domain"),
          excuse(
              "/nodes/\\w+/network(/\\w+)?",
              "(bridge_vids|bridge_vlan_aware|comments|exists|gateway) is too much",
              "the instance had no VLAN-aware bridge, comment, gateway or physical interface"),
          excuse("/nodes/\\w+/network", "active is ", "the instance had no virtual network"),
          excuse(
              "/nodes/\\w+/qemu/\\d+/status/current",
              "(diskread|diskwrite|running-machine|running-qemu) is too much",
              "the monitor of the emulated machine told nothing"),
          excuse(
              "/nodes/\\w+/lxc/\\d+/interfaces",
              "inet is too much|ip-addresses\\[] has",
              "the recorded container got no addresses"),
          excuse(
              "/nodes/\\w+/tasks",
              "^(data\\[] has 1 elements instead of 0|total is too much)",
              "the recorded task, which nobody waited for, had not ended"),
          excuse(
              "/nodes/\\w+/tasks/UPID:\\S+:qmstop:100:stud@pve:/log",
              "trying to acquire lock",
              "the recorded stop came while the start, which nobody waited for, still ran"));

  private Excuses() {}

  private record Excuse(Pattern request, Pattern difference, String reason) {}

  private static Excuse skip(String path, String reason) {
    return new Excuse(Pattern.compile(".*" + path + ".*"), Pattern.compile(""), reason);
  }

  private static Excuse excuse(String path, String difference, String reason) {
    return new Excuse(Pattern.compile("GET " + path), Pattern.compile(difference), reason);
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
