package direttore.domain.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A prefix with all that addresses in it are given by.
 *
 * @param addresses of the VRF within it, whatever their masks
 * @param within the prefixes of the VRF within it
 * @param ranges of the VRF that overlap it
 */
public record PrefixRoom(
    Prefix prefix, List<Address> addresses, List<Network> within, List<IpRange> ranges) {
  public PrefixRoom {
    addresses = List.copyOf(addresses);
    within = List.copyOf(within);
    ranges = List.copyOf(ranges);
  }

  /**
   * The next free addresses, the lowest first: never the network, the broadcast, the gateway or the
   * anycast address of the subnet's routers, nothing that NetBox has, nothing of a prefix within
   * it, and nothing of a range that is not given.
   */
  public List<Address> next(int count) {
    return prefix.closed().isPresent()
        ? List.of()
        : new FreeAddresses(prefix.network().hosts(prefix.pool()), taken()).first(count);
  }

  private List<Span> taken() {
    var taken = new ArrayList<Span>();
    addresses.forEach(address -> taken.add(Span.of(address)));
    within.forEach(network -> taken.add(network.span()));
    ranges.stream().filter(range -> !range.given()).forEach(range -> taken.add(range.span()));
    var gateway = prefix.gateway();
    if (gateway != null) {
      taken.add(Span.of(gateway.address()));
    }
    return taken;
  }

  /** Why there is no free address, in a sentence; empty where there is one. */
  public Optional<String> full() {
    return prefix
        .closed()
        .or(() ->
            next(1).isEmpty()
                ? Optional.of("No address of %s is free.".formatted(prefix.network()))
                : Optional.empty());
  }
}
