package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.node.Nodes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The network devices of a configuration: net0, net1 and so on. */
public final class NetworkDevices {
  private static final Pattern KEY = Pattern.compile("net\\d+");

  private NetworkDevices() {}

  /** Does the key name one? */
  public static boolean isDevice(String key) {
    return KEY.matcher(key).matches();
  }

  /** Changes each of them. */
  public static void each(Map<String, String> config, UnaryOperator<String> change) {
    new TreeMap<>(config)
        .forEach((key, value) -> {
          if (isDevice(key)) {
            config.put(key, change.apply(value));
          }
        });
  }

  /** Refuses devices whose bridge the node does not have or that cannot carry their VLAN. */
  public static void plug(Guest guest, Nodes nodes) {
    new TreeMap<>(guest.config())
        .forEach((key, value) -> {
          if (isDevice(key)) {
            var device = PropertyString.parse(value);
            var bridge = device.get("bridge");
            if (bridge != null) {
              nodes.checkPlug(guest.node(), bridge, device.get("tag") != null);
            }
          }
        });
  }
}
