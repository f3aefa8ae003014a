package direttore.simulator.pve.qemu;

import direttore.simulator.pve.guest.PropertyString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The drives of a virtual machine's configuration. */
final class Drives {
  private static final List<String> BUSES =
      List.of("ide", "scsi", "virtio", "sata", "efidisk", "tpmstate");
  private static final Pattern KEY =
      Pattern.compile("(ide|scsi|virtio|sata|efidisk|tpmstate)(\\d+)");
  private static final Pattern ALLOCATION =
      Pattern.compile("(([a-zA-Z][a-zA-Z0-9_.-]*):)?(\\d+(\\.\\d+)?)");

  private Drives() {}

  /** Does the key name a drive? */
  static boolean isDrive(String key) {
    return KEY.matcher(key).matches();
  }

  /** The drives among these values in the order in which qemu-server goes through them. */
  static List<String> keys(Map<String, String> config) {
    var keys = new ArrayList<>(config.keySet().stream().filter(Drives::isDrive).toList());
    keys.sort(Comparator.comparingInt(Drives::rank));
    return keys;
  }

  /** The drives that hold data: neither CD-ROMs nor cloud-init drives. */
  static SortedMap<String, String> disks(Map<String, String> config) {
    var disks = new TreeMap<String, String>();
    for (var key : keys(config)) {
      var value = config.getOrDefault(key, "");
      if (!isCdrom(value)) {
        disks.put(key, value);
      }
    }
    return disks;
  }

  static boolean isCdrom(String value) {
    return "cdrom".equals(PropertyString.parse(value).get("media")) || isCloudinit(value);
  }

  static boolean isCloudinit(String value) {
    return volume(value).matches("[^:]+:(cloudinit|(\\d+/)?vm-\\d+-cloudinit(\\.\\w+)?)");
  }

  /** What the drive is on: a volume id, {@code none}, or an allocation {@code STORAGE:SIZE}. */
  static String volume(String value) {
    var drive = PropertyString.parse(value);
    return drive.first().isEmpty() ? drive.get("file", "") : drive.first();
  }

  /** Does the text ask for a new disk? */
  static boolean isAllocation(String volume) {
    return ALLOCATION.matcher(volume).matches();
  }

  private static int rank(String key) {
    var match = KEY.matcher(key);
    return match.matches()
        ? BUSES.indexOf(match.group(1)) * 100 + Integer.parseInt(match.group(2))
        : Integer.MAX_VALUE;
  }
}
