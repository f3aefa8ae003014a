package direttore.simulator.pve.lxc;

import direttore.simulator.pve.guest.PropertyString;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The volumes of a container's configuration: rootfs and mount points. */
final class Mounts {
  private Mounts() {}

  static boolean isMount(String key) {
    return key.equals("rootfs") || key.matches("mp\\d+");
  }

  /** The mounts among these values: rootfs first. */
  static SortedMap<String, String> of(Map<String, String> config) {
    var mounts = new TreeMap<String, String>(Mounts::compare);
    config.forEach((key, value) -> {
      if (isMount(key)) {
        mounts.put(key, value);
      }
    });
    return mounts;
  }

  /** What is mounted: a volume id or an allocation {@code STORAGE:SIZE}. */
  static String volume(String value) {
    var mount = PropertyString.parse(value);
    return mount.first().isEmpty() ? mount.get("volume", "") : mount.first();
  }

  private static int compare(String a, String b) {
    var rank = Integer.compare(rank(a), rank(b));
    return rank == 0 ? a.compareTo(b) : rank;
  }

  private static int rank(String key) {
    return key.equals("rootfs") ? -1 : Integer.parseInt(key.substring(2));
  }
}
