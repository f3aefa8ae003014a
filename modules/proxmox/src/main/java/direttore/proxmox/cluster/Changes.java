package direttore.proxmox.cluster;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.NodeName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where something changed so lately that Proxmox's own summary may not show it yet. */
final class Changes {
  /** The summary is made every 10 s (pvestatd); the rest is for its way through the cluster. */
  private static final Duration LAG = Duration.ofSeconds(12);

  /** So that a thousand changes at once do not cost a thousand requests. */
  private static final int AT_ONCE = 4;

  /** One of the two guest lists of a node. */
  record Place(NodeName node, GuestKind kind) {}

  private final Map<Place, Instant> until = new LinkedHashMap<>();
  private final Clock clock;

  Changes(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(GuestRef guest) {
    until.put(new Place(guest.node(), guest.kind()), clock.instant().plus(LAG));
  }

  /** The lists to read now, those first that waited longest. */
  synchronized List<Place> next() {
    var now = clock.instant();
    until.values().removeIf(end -> !now.isBefore(end));
    var next = until.keySet().stream().limit(AT_ONCE).toList();
    for (var place : new ArrayList<>(next)) {
      var end = until.remove(place);
      if (end != null) {
        until.put(place, end);
      }
    }
    return next;
  }
}
