package direttore.worker.operation;

import direttore.domain.time.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Room for what Proxmox does badly in parallel, such as clones of one source. Who comes first goes
 * first, unless a later one needs none of what is full.
 */
final class Lanes {
  private final Map<String, Integer> taken = new HashMap<>();
  private final List<Ticket> waiting = new ArrayList<>();

  /**
   * A place to keep free for others.
   *
   * @param name for people, such as {@code clone of 9000}
   * @param room how many may be in it at once
   */
  record Lane(String name, int room) {}

  /**
   * Asks to be let in.
   *
   * @param signal raised when it is
   */
  synchronized Ticket request(List<Lane> lanes, Signal signal) {
    var ticket = new Ticket(lanes, signal);
    waiting.add(ticket);
    admit();
    return ticket;
  }

  /** Counts what is under way already, full or not. */
  synchronized Ticket join(List<Lane> lanes, Signal signal) {
    var ticket = new Ticket(lanes, signal);
    enter(ticket);
    return ticket;
  }

  private void admit() {
    for (Iterator<Ticket> each = waiting.iterator(); each.hasNext(); ) {
      var ticket = each.next();
      if (ticket.lanes.stream().allMatch(l -> taken.getOrDefault(l.name(), 0) < l.room())) {
        each.remove();
        enter(ticket);
        ticket.signal.raise();
      }
    }
  }

  private void enter(Ticket ticket) {
    ticket.in = true;
    ticket.lanes.forEach(l -> taken.merge(l.name(), 1, Integer::sum));
  }

  private synchronized void leave(Ticket ticket) {
    waiting.remove(ticket);
    if (ticket.in) {
      ticket.in = false;
      ticket.lanes.forEach(l -> taken.computeIfPresent(l.name(), (k, n) -> n == 1 ? null : n - 1));
      admit();
    }
  }

  /** A request to be let in; close it to leave, or to want in no longer. */
  final class Ticket implements AutoCloseable {
    private final List<Lane> lanes;
    private final Signal signal;
    private volatile boolean in;

    private Ticket(List<Lane> lanes, Signal signal) {
      this.lanes = List.copyOf(lanes);
      this.signal = signal;
    }

    boolean in() {
      return in;
    }

    @Override
    public void close() {
      leave(this);
    }
  }
}
