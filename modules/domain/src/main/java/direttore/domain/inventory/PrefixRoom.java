package direttore.domain.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A prefix with all that addresses in it are given by.
 *
 * @param addresses of the VRF within it, whatever their masks; those that are being taken too
 * @param within the prefixes of the VRF within it
 * @param ranges of the VRF that overlap it
 * @param claimed by reservations, now or later
 */
public record PrefixRoom(
    Prefix prefix,
    List<Address> addresses,
    List<Network> within,
    List<IpRange> ranges,
    List<Span> claimed) {
  public PrefixRoom {
    addresses = List.copyOf(addresses);
    within = List.copyOf(within);
    ranges = List.copyOf(ranges);
    claimed = List.copyOf(claimed);
  }

  /**
   * The next free addresses, the lowest first: never the network, the broadcast, the gateway or the
   * anycast address of the subnet's routers, nothing that NetBox has, nothing of a prefix within
   * it, nothing of a range that is not given, and nothing that a reservation claims.
   */
  public List<Address> next(int count) {
    if (prefix.closed().isPresent()) {
      return List.of();
    }
    var all = taken();
    all.addAll(claimed);
    return new FreeAddresses(hosts(), all).first(count);
  }

  /**
   * Of which so many can be chosen for any time in which so many are free: the lowest ones that
   * nobody claims, and of each stretch that the same reservations claim the lowest ones.
   *
   * @param besides what else is not to be chosen
   */
  public List<Address> choices(int count, Collection<Span> besides) {
    if (prefix.closed().isPresent()) {
      return List.of();
    }
    var all = taken();
    all.addAll(besides);
    var chosen = new TreeSet<Address>();
    var theirs = claimed.stream().flatMap(span -> hosts().both(span).stream()).toList();
    for (var stretch : Span.stretches(theirs)) {
      chosen.addAll(new FreeAddresses(stretch, all).first(count));
    }
    all.addAll(claimed);
    chosen.addAll(new FreeAddresses(hosts(), all).first(count));
    return List.copyOf(chosen);
  }

  /** Whether it may be given to whoever claims it, or to anybody where nobody does. */
  public boolean isFree(Address address) {
    return prefix.closed().isEmpty()
        && hosts().contains(address)
        && taken().stream().noneMatch(span -> span.contains(address));
  }

  private Span hosts() {
    return prefix.network().hosts(prefix.pool());
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
