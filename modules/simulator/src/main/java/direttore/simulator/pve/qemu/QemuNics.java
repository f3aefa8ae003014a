package direttore.simulator.pve.qemu;

import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.schema.ApiSchema;
import direttore.simulator.pve.site.Ids;
import java.util.Map;
import java.util.TreeMap;

/** The network devices of a virtual machine. */
final class QemuNics {
  private QemuNics() {}

  /** Gives a hardware address to every device that has none (add_random_macs). */
  static void addresses(Map<String, String> config, Ids ids) {
    NetworkDevices.each(
        config,
        value -> {
          var nic = parse(value);
          nic.putIfAbsent("macaddr", ids.mac());
          return print(nic);
        });
  }

  /** Gives every device a new hardware address, as a clone needs it. */
  static void readdress(Map<String, String> config, Ids ids) {
    NetworkDevices.each(
        config,
        value -> {
          var nic = parse(value);
          nic.put("macaddr", ids.mac());
          return print(nic);
        });
  }

  /** The parts of a device. */
  static Map<String, String> parse(String value) {
    return new TreeMap<>(ApiSchema.keys("vm-net", value));
  }

  /** A device as qemu-server writes it: {@code virtio=MAC}, then the rest by name. */
  static String print(Map<String, String> nic) {
    var rest = new TreeMap<>(nic);
    var model = rest.remove("model");
    var text = new StringBuilder(model + "=" + rest.remove("macaddr"));
    rest.forEach((key, value) -> text.append(',').append(key).append('=').append(value));
    return text.toString();
  }
}
