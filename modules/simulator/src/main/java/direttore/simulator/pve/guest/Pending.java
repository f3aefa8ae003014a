package direttore.simulator.pve.guest;

import java.util.TreeMap;

/** Changes that wait until the guest is stopped. */
public final class Pending {
  private Pending() {}

  /** The guest with its pending changes made. */
  public static Guest applied(Guest guest) {
    if (guest.pending().isEmpty()) {
      return guest;
    }
    var config = new TreeMap<>(guest.config());
    guest
        .pending()
        .forEach((key, value) -> {
          if (value.isEmpty()) {
            config.remove(key);
          } else {
            config.put(key, value);
          }
        });
    return guest.configured(config).awaiting(new TreeMap<>());
  }
}
