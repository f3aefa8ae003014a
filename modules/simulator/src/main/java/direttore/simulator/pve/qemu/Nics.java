package direttore.simulator.pve.qemu;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.schema.Schema;
import direttore.simulator.pve.site.Ids;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The network devices of a virtual machine. */
final class Nics {
  private static final Pattern KEY = Pattern.compile("net\\d+");

  private Nics() {}

  static boolean isNic(String key) {
    return KEY.matcher(key).matches();
  }

  /** Gives a hardware address to every device that has none (add_random_macs). */
  static void addresses(Map<String, String> config, Ids ids) {
    each(
        config,
        (key, nic) -> {
          nic.putIfAbsent("macaddr", ids.mac());
          config.put(key, print(nic));
        });
  }

  /** Gives every device a new hardware address, as a clone needs it. */
  static void readdress(Map<String, String> config, Ids ids) {
    each(
        config,
        (key, nic) -> {
          nic.put("macaddr", ids.mac());
          config.put(key, print(nic));
        });
  }

  /** Refuses devices whose bridge the node does not have or that cannot carry their VLAN. */
  static void plug(Guest guest, Nodes nodes) {
    each(
        new TreeMap<>(guest.config()),
        (key, nic) -> {
          var bridge = nic.get("bridge");
          if (bridge != null) {
            nodes.checkPlug(guest.node(), bridge, nic.containsKey("tag"));
          }
        });
  }

  /** The parts of a device. */
  static Map<String, String> parse(String value) {
    return new TreeMap<>(Schema.keys("vm-net", value));
  }

  /** A device as qemu-server writes it: {@code virtio=MAC}, then the rest by name. */
  static String print(Map<String, String> nic) {
    var rest = new TreeMap<>(nic);
    var model = rest.remove("model");
    var text = new StringBuilder(model + "=" + rest.remove("macaddr"));
    rest.forEach((key, value) -> text.append(',').append(key).append('=').append(value));
    return text.toString();
  }

  private static void each(
      Map<String, String> config, BiConsumer<String, Map<String, String>> action) {
    for (var entry : new TreeMap<>(config).entrySet()) {
      if (isNic(entry.getKey())) {
        action.accept(entry.getKey(), parse(entry.getValue()));
      }
    }
  }
}
