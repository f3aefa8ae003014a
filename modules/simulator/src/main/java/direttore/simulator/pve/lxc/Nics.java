package direttore.simulator.pve.lxc;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.site.Ids;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The network devices of a container. */
final class Nics {
  private static final Pattern KEY = Pattern.compile("net\\d+");

  private Nics() {}

  static boolean isNic(String key) {
    return KEY.matcher(key).matches();
  }

  /** Completes every device: type and, where it has none, a hardware address. */
  static void complete(Map<String, String> config, Ids ids) {
    for (var entry : new TreeMap<>(config).entrySet()) {
      if (isNic(entry.getKey())) {
        var nic = PropertyString.parse(entry.getValue());
        var address = nic.get("hwaddr", ids.mac()).toUpperCase(Locale.ROOT);
        config.put(entry.getKey(), print(nic.with("hwaddr", address).with("type", "veth")));
      }
    }
  }

  /** Gives every device a new hardware address, as a clone needs it. */
  static void readdress(Map<String, String> config, Ids ids) {
    for (var entry : new TreeMap<>(config).entrySet()) {
      if (isNic(entry.getKey())) {
        var nic = PropertyString.parse(entry.getValue()).with("hwaddr", ids.mac());
        config.put(entry.getKey(), print(nic));
      }
    }
  }

  /** Refuses devices whose bridge the node does not have or that cannot carry their VLAN. */
  static void plug(Guest guest, Nodes nodes) {
    guest
        .config()
        .forEach((key, value) -> {
          var nic = PropertyString.parse(value);
          var bridge = nic.get("bridge");
          if (isNic(key) && bridge != null) {
            nodes.checkPlug(guest.node(), bridge, nic.get("tag") != null);
          }
        });
  }

  private static String print(PropertyString nic) {
    return nic.text("name");
  }
}
