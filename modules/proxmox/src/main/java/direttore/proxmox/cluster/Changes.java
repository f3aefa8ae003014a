package direttore.proxmox.cluster;

import direttore.domain.SteadyClock;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where something changed so lately that Proxmox's own summary may not show it yet. */
final class Changes {
  /** The summary is made every 10 s (pvestatd); the rest is for its way through the cluster. */
  private static final Duration LAG = Duration.ofSeconds(12);

  /** So that a thousand changes at once do not cost a thousand requests. */
  private static final int AT_ONCE = 4;

  /** One of the two guest lists of a node. */
  record Place(NodeName node, GuestKind kind) {}

  private final Set<Place> unread = new LinkedHashSet<>();
  private final Set<Place> noticed = new LinkedHashSet<>();
  private final Map<Place, Integer> reading = new HashMap<>();
  private final Map<VmId, Place> guests = new HashMap<>();
  private final Map<Place, Instant> until = new LinkedHashMap<>();
  private final Map<Place, Snapshot.Live> lists = new HashMap<>();
  private final Clock clock;

  Changes(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(GuestRef guest) {
    var place = new Place(guest.node(), guest.kind());
    unread.add(place);
    guests.put(guest.vmid(), place);
    until.put(place, clock.instant().plus(LAG));
  }

  /**
   * Takes note that somebody else changed something: nobody waits for that list. What was changed
   * from here a moment ago is in turn anyway.
   */
  synchronized void notice(Place place, VmId guest) {
    if (!place.equals(guests.get(guest))) {
      noticed.add(place);
      until.put(place, clock.instant().plus(LAG));
    }
  }

  /**
   * The lists to read now: those that were not read since their change, then the others in turn.
   */
  synchronized List<Place> next() {
    var now = clock.instant();
    until.values().removeIf(end -> !SteadyClock.younger(end.minus(LAG), LAG, now));
    unread.retainAll(until.keySet());
    noticed.retainAll(until.keySet());
    guests.values().retainAll(until.keySet());
    var turn = new LinkedHashSet<>(unread);
    turn.addAll(noticed);
    turn.addAll(until.keySet());
    var next = turn.stream().limit(AT_ONCE).toList();
    take(next);
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
    var next = Stream.concat(unread.stream(), noticed.stream()).distinct().limit(AT_ONCE).toList();
    take(next);
    return next;
  }

  /** Gives that one list out to be read, if it was not read since its change. */
  synchronized boolean take(Place place) {
    var missing = unread.contains(place);
    if (missing) {
      take(List.of(place));
    }
    return missing;
  }

  private void take(List<Place> next) {
    next.forEach(unread::remove);
    next.forEach(noticed::remove);
    next.forEach(place -> reading.merge(place, 1, Integer::sum));
  }

  /** Notes that places which were given out were read, or could not be. */
  synchronized void done(List<Place> places) {
    places.forEach(place -> reading.computeIfPresent(place, (p, n) -> n == 1 ? null : n - 1));
    notifyAll();
  }

  /** Waits until nobody reads that list, at most so long. */
  synchronized void awaitRead(Place place, Duration most) throws InterruptedException {
    var end = System.nanoTime() + most.toNanos();
    for (var left = most.toMillis(); left > 0 && reading.containsKey(place); ) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
  }

  /** Whether the list of that place, or of any when it is null, misses a change. */
  synchronized boolean misses(@Nullable Place place) {
    return place == null
        ? !unread.isEmpty() || !reading.isEmpty()
        : unread.contains(place) || reading.containsKey(place);
  }

  /** The list in which that guest was changed lately, if it was. */
  synchronized Optional<Place> place(VmId vmid) {
    return Optional.ofNullable(guests.get(vmid));
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
