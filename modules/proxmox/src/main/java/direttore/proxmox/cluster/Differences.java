package direttore.proxmox.cluster;

import direttore.domain.event.Event;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What changed between two snapshots, apart from figures, which always do. */
final class Differences {
  /** More are told in one word, since whoever listens then does better to read all. */
  static final int NAMED = 50;

  private Differences() {}

  static List<Event> between(Snapshot before, Snapshot after) {
    var events = new ArrayList<Event>();
    if (!states(before.nodes()).equals(states(after.nodes()))) {
      events.add(Event.nodes(ClusterName.MAIN));
    }
    var guests = guests(before, after);
    if (guests.size() > NAMED) {
      events.add(Event.guests(ClusterName.MAIN));
    } else {
      guests.forEach(guest -> events.add(Event.of(guest)));
    }
    return events;
  }

  private record State(Node.Status status, String version) {}

  private static Map<String, State> states(List<Node> nodes) {
    var states = new HashMap<String, State>();
    for (var node : nodes) {
      var version = Objects.requireNonNullElse(node.version(), "");
      states.put(node.name().value(), new State(node.status(), version));
    }
    return states;
  }

  private static Set<GuestRef> guests(Snapshot before, Snapshot after) {
    var changed = new LinkedHashSet<GuestRef>();
    for (var guest : after.guests()) {
      var earlier = before.byId().get(guest.ref().vmid());
      if (earlier == null || !alike(earlier, guest)) {
        changed.add(guest.ref());
      }
    }
    for (var guest : before.guests()) {
      var later = after.byId().get(guest.ref().vmid());
      if (later == null || !later.ref().equals(guest.ref())) {
        changed.add(guest.ref());
      }
    }
    return changed;
  }

  private static boolean alike(Guest one, Guest other) {
    return one.status().equals(other.status())
        && one.name().equals(other.name())
        && one.template() == other.template()
        && Objects.equals(one.lock(), other.lock())
        && one.tags().equals(other.tags())
        && one.ref().equals(other.ref());
  }
}
