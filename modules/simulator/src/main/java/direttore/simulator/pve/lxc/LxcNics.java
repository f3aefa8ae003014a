package direttore.simulator.pve.lxc;

import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Ids;
import java.util.Locale;
import java.util.Map;

/** The network devices of a container. */
final class LxcNics {
  private LxcNics() {}

  /** Completes every device: type and, where it has none, a hardware address. */
  static void complete(Map<String, String> config, Ids ids) {
    NetworkDevices.each(
        config,
        value -> {
          var nic = PropertyString.parse(value);
          var address = nic.get("hwaddr", ids.mac()).toUpperCase(Locale.ROOT);
          return print(nic.with("hwaddr", address).with("type", "veth"));
        });
  }

  /** Gives every device a new hardware address, as a clone needs it. */
  static void readdress(Map<String, String> config, Ids ids) {
    NetworkDevices.each(
        config, value -> print(PropertyString.parse(value).with("hwaddr", ids.mac())));
  }

  private static String print(PropertyString nic) {
    return nic.text("name");
  }
}
