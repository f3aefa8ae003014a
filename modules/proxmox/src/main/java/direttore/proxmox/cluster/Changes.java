package direttore.proxmox.cluster;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.NodeName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where something changed so lately that Proxmox's own summary may not show it yet. */
final class Changes {
  /** The summary is made every 10 s (pvestatd); the rest is for its way through the cluster. */
  private static final Duration LAG = Duration.ofSeconds(12);

  /** So that a thousand changes at once do not cost a thousand requests. */
  private static final int AT_ONCE = 4;

  /** One of the two guest lists of a node. */
  record Place(NodeName node, GuestKind kind) {}

  private final Set<Place> unread = new LinkedHashSet<>();
  private final Map<Place, Instant> until = new LinkedHashMap<>();
  private final Map<Place, Snapshot.Live> lists = new HashMap<>();
  private final Clock clock;

  Changes(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(GuestRef guest) {
    var place = new Place(guest.node(), guest.kind());
    unread.add(place);
    until.put(place, clock.instant().plus(LAG));
  }

  /**
   * The lists to read now: those that were not read since their change, then the others in turn.
   */
  synchronized List<Place> next() {
    var now = clock.instant();
    until.values().removeIf(end -> !now.isBefore(end));
    unread.retainAll(until.keySet());
    var turn = new LinkedHashSet<>(unread);
    turn.addAll(until.keySet());
    var next = turn.stream().limit(AT_ONCE).toList();
    next.forEach(unread::remove);
    for (var place : new ArrayList<>(next)) {
      var end = until.remove(place);
      if (end != null) {
        until.put(place, end); // to the end of the line
      }
    }
    return next;
  }

  /** Some of the lists that were not read since their change; none when all were. */
  synchronized List<Place> unread() {
    var next = unread.stream().limit(AT_ONCE).toList();
    next.forEach(unread::remove);
    return next;
  }

  /** Notes what a place listed. */
  synchronized void read(Snapshot.Live list) {
    lists.put(new Place(list.node(), list.kind()), list);
  }

  /** The latest list of each place that changed lately, as far as it was read. */
  synchronized List<Snapshot.Live> lists() {
    lists.keySet().retainAll(until.keySet());
    return List.copyOf(lists.values());
  }
}
