package direttore.api;

import java.time.ZoneId;
import java.util.List;

/**
 * What runs here, for the banner of the UI.
 *
 * @param simulated whether the Proxmox behind it is the built-in simulator
 * @param roles what this process does: {@code api}, {@code worker}
 * @param timeZone in which times without an offset are meant
 */
public record About(String version, boolean simulated, List<String> roles, ZoneId timeZone) {
  public About {
    roles = List.copyOf(roles);
  }
}
