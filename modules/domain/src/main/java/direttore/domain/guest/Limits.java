package direttore.domain.guest;

import direttore.domain.Violations;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** The ranges that VMs and containers share. */
final class Limits {
  static final int NICS = 8;
  private static final int CORES = 512;
  private static final int MEMORY_MIB = 16 << 20;
  private static final int SWAP_MIB = 1 << 20;
  private static final int DESCRIPTION = 8000;
  private static final Pattern TAG = Pattern.compile("[a-z0-9_][a-z0-9_.+-]{0,63}");

  private Limits() {}

  static void compute(Violations wrong, int cores, int memory) {
    if (cores < 1 || cores > CORES) {
      wrong.add("cores", "must be 1 to %d".formatted(CORES));
    }
    if (memory < 16 || memory > MEMORY_MIB) {
      wrong.add("memory", "must be 16 to %d (MiB)".formatted(MEMORY_MIB));
    }
  }

  static void swap(Violations wrong, int swap) {
    if (swap < 0 || swap > SWAP_MIB) {
      wrong.add("swap", "must be 0 to %d (MiB)".formatted(SWAP_MIB));
    }
  }

  static void nics(Violations wrong, int count) {
    if (count > NICS) {
      wrong.add("nics", "must be at most %d".formatted(NICS));
    }
  }

  static void labels(Violations wrong, String description, List<String> tags) {
    if (description.length() > DESCRIPTION) {
      wrong.add("description", "must be at most %d characters".formatted(DESCRIPTION));
    }
    for (int i = 0; i < tags.size(); i++) {
      if (!TAG.matcher(tags.get(i)).matches()) {
        wrong.add("tags[%d]".formatted(i), "must be lower-case letters, digits and - _ . +");
      }
    }
  }

  static void dns(Violations wrong, List<String> servers) {
    for (int i = 0; i < servers.size(); i++) {
      try {
        InetAddress.ofLiteral(servers.get(i));
      } catch (IllegalArgumentException e) {
        wrong.add("dns[%d]".formatted(i), "must be an IP address");
      }
    }
  }
}
