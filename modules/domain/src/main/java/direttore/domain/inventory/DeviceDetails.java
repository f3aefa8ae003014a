package direttore.domain.inventory;

import java.util.List;
import java.util.Map;

/**
 * A device with its interfaces.
 *
 * @param json as NetBox wrote it
 * @param interfaces as NetBox wrote them, by name
 * @param addresses those of each interface, by its id
 */
public record DeviceDetails(
    String json, List<String> interfaces, Map<Long, List<IpAddress>> addresses) {
  public DeviceDetails {
    interfaces = List.copyOf(interfaces);
    addresses = Map.copyOf(addresses);
  }
}
