package direttore.worker.operation;

import direttore.domain.time.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Room for what a system does badly in parallel. Of those who wait, whose requester has the least
 * in the same lanes goes first, so that many orders of one person keep nobody else's waiting; of
 * equals, who came first. Whoever needs none of what is full waits for nobody.
 */
public final class Lanes {
  private final List<Ticket> inside = new ArrayList<>();
  private final List<Ticket> waiting = new ArrayList<>();

  /**
   * A place to keep free for others.
   *
   * @param name for people, such as {@code writes to nfs}
   * @param room how many may be in it at once
   */
  public record Lane(String name, int room) {}

  /**
   * Asks to be let in.
   *
   * @param requester who ordered what shall go in
   * @param signal raised when it is
   */
  synchronized Ticket request(List<Lane> lanes, String requester, Signal signal) {
    var ticket = new Ticket(lanes, requester, signal);
    waiting.add(ticket);
    admit();
    return ticket;
  }

  /** Counts what is under way already, full or not. */
  synchronized Ticket join(List<Lane> lanes, String requester, Signal signal) {
    var ticket = new Ticket(lanes, requester, signal);
    enter(ticket);
    return ticket;
  }

  private void admit() {
    for (var next = next(); next.isPresent(); next = next()) {
      var ticket = next.get();
      waiting.remove(ticket);
      enter(ticket);
      ticket.signal.raise();
    }
  }

  /** The sort is stable: of equals the first who came is the least. */
  private Optional<Ticket> next() {
    return waiting.stream()
        .filter(ticket -> ticket.lanes.stream().allMatch(this::hasRoom))
        .sorted(Comparator.comparingLong(this::ofSameRequester))
        .findFirst();
  }

  private boolean hasRoom(Lane lane) {
    return inside.stream().filter(ticket -> ticket.wants(lane)).count() < lane.room();
  }

  private long ofSameRequester(Ticket ticket) {
    return inside.stream()
        .filter(other -> other.requester.equals(ticket.requester))
        .filter(other -> ticket.lanes.stream().anyMatch(other::wants))
        .count();
  }

  private void enter(Ticket ticket) {
    ticket.in = true;
    inside.add(ticket);
  }

  private synchronized void leave(Ticket ticket) {
    waiting.remove(ticket);
    ticket.in = false;
    if (inside.remove(ticket)) {
      admit();
    }
  }

  /** A request to be let in; close it to leave, or to want in no longer. */
  final class Ticket implements AutoCloseable {
    private final List<Lane> lanes;
    private final String requester;
    private final Signal signal;
    private volatile boolean in;

    private Ticket(List<Lane> lanes, String requester, Signal signal) {
      this.lanes = List.copyOf(lanes);
      this.requester = requester;
      this.signal = signal;
    }

    private boolean wants(Lane lane) {
      return lanes.stream().anyMatch(own -> own.name().equals(lane.name()));
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
