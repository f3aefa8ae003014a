package direttore.proxmox.transport;

import direttore.transport.Endpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order in which the hosts of one cluster are tried: the good one first, bad ones last. */
final class Failover {
  private static final Duration COOL_DOWN = Duration.ofSeconds(30);
  private final List<Endpoint> hosts;
  private final Clock clock;
  private final Map<Endpoint, Instant> bad = new HashMap<>();
  private Endpoint good;
  private boolean answered;

  Failover(List<Endpoint> hosts, Clock clock) {
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a cluster must have at least one host");
    }
    this.hosts = List.copyOf(hosts);
    this.clock = clock;
    this.good = hosts.getFirst();
  }

  /** All hosts, in the order to try them now. */
  synchronized List<Endpoint> order() {
    var now = clock.instant();
    bad.values().removeIf(until -> !now.isBefore(until));
    var order = new ArrayList<Endpoint>();
    order.add(good);
    hosts.stream().filter(host -> !host.equals(good)).forEach(order::add);
    var cooling = order.stream().filter(bad::containsKey).toList();
    order.removeAll(cooling);
    order.addAll(cooling);
    return order;
  }

  synchronized void answered(Endpoint host) {
    good = host;
    answered = true;
    bad.remove(host);
  }

  /** The host that answered last, empty when none ever did. */
  synchronized Optional<Endpoint> answering() {
    return answered ? Optional.of(good) : Optional.empty();
  }

  synchronized void failed(Endpoint host) {
    bad.put(host, clock.instant().plus(COOL_DOWN));
  }
}
