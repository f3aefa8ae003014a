package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewBlackout;
import direttore.domain.reservation.NewBlackout.Overlap;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.waiting.Offers;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingEntry.Ended;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bookings, blackouts and a waiting list beside a grid; each step says what went otherwise. */
final class WaitingModel {
  private static final int MOST_WAITING = 6;
  private static final List<String> CLOSED = List.of("pve1", "pve2", "sw1", "sw2", "sw3");

  private final ReservationLab lab;
  private final Grid grid = new Grid();
  private final List<Long> bookings = new ArrayList<>();
  private final List<Long> blackouts = new ArrayList<>();
  private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
  private int people;

  /** Somebody who waits; what is kept for them is null while nothing is. */
  private static final class Waiting {
    private final int wish;
    private final int cores;
    private final int start;
    private final int span;
    private final int length;
    private long offer;
    private int declined;

    Waiting(int wish, int cores, int start, int span, int length) {
      this.wish = wish;
      this.cores = cores;
      this.start = start;
      this.span = span;
      this.length = length;
    }
  }

  WaitingModel(ReservationLab lab) {
    this.lab = lab;
  }

  Optional<String> book(int wish, int cores, int start, int length) {
    var free = grid.free(wish, cores, start, length, 0);
    try {
      var claims = Grid.claims(wish, cores).toArray(ClaimRequest[]::new);
      var booked = lab.reservations.book(wanted(Grid.window(start, length), claims), by(null));
      grid.put(booked, start, length);
      bookings.add(booked.id());
      return free ? Optional.empty() : Optional.of("booked what is not free");
    } catch (Refusal.ReservationConflict e) {
      return free ? Optional.of("refused what is free") : Optional.empty();
    }
  }

  /** Calls off a booking or lifts a blackout. */
  Optional<String> cancel(int which) {
    var all = new ArrayList<>(bookings);
    all.addAll(blackouts);
    if (!all.isEmpty()) {
      var id = all.get(which % all.size());
      lab.reservations.cancel(id, null, null);
      forget(id);
    }
    return Optional.empty();
  }

  private void forget(long id) {
    grid.remove(id);
    bookings.remove(id);
    blackouts.remove(id);
    waiting.values().stream().filter(each -> each.offer == id).forEach(each -> each.offer = 0);
  }

  Optional<String> close(int which, Overlap overlap, int start, int length) {
    var name = CLOSED.get(which % CLOSED.size());
    var claim =
        name.startsWith("pve") ? ClaimRequest.node(new NodeName(name)) : ClaimRequest.device(name);
    var there = grid.taking(name, start, length);
    var cancelled = new HashSet<>(there);
    cancelled.removeAll(blackouts);
    var times = new Times(Grid.window(start, length), ROME);
    var wanted = new NewBlackout(details("closed"), times, List.of(claim), overlap);
    try {
      var made = lab.blackouts.make(wanted, by(null));
      if (overlap == Overlap.REFUSE && !there.isEmpty()) {
        return Optional.of("closed what is taken");
      }
      if (overlap == Overlap.CANCEL) {
        if (!Set.copyOf(made.cancelled()).equals(cancelled)) {
          return Optional.of("cancelled %s and not %s".formatted(made.cancelled(), cancelled));
        }
        cancelled.forEach(this::forget);
      }
      var gaps = grid.gaps(name, start, length);
      grid.put(made.blackout().id(), start, length, gaps);
      blackouts.add(made.blackout().id());
      return gaps.isEmpty() ? Optional.of("closed nothing") : Optional.empty();
    } catch (Refusal.ReservationConflict e) {
      return closable(overlap, name, start, length, there)
          ? Optional.of("did not close what can be closed")
          : Optional.empty();
    }
  }

  private boolean closable(Overlap overlap, String name, int start, int length, Set<Long> there) {
    return switch (overlap) {
      case REFUSE -> there.isEmpty();
      case KEEP -> !grid.gaps(name, start, length).isEmpty();
      case CANCEL -> !blackouts.containsAll(there) || !grid.gaps(name, start, length).isEmpty();
    };
  }

  Optional<String> wait(int wish, int cores, int start, int span, int length) {
    if (waiting.size() >= MOST_WAITING) {
      return Optional.empty();
    }
    var party = new Party("person " + ++people, null, null);
    var entry =
        lab.waiting.add(
            new Wish(
                new Details("lab", "", party, new Where(GuestKind.QEMU, null, null), false),
                Grid.claims(wish, cores),
                Grid.window(start, span),
                Duration.ofMinutes(15L * length),
                ROME,
                AtStart.NOTHING,
                AtEnd.NOTHING),
            by(null));
    waiting.put(entry.id(), new Waiting(wish, cores, start, span, length));
    return Optional.empty();
  }

  /** Offers all there is to offer. */
  Optional<String> serve() {
    var served = lab.waiting.serve(Set.of());
    while (served.more()) {
      if (served.offered() != null) {
        var trouble = offered(lab.reservations.find(served.offered()));
        if (trouble.isPresent()) {
          return trouble;
        }
      }
      served = lab.waiting.serve(served.tried());
    }
    return waiting.isEmpty() ? Optional.empty() : leftOut();
  }

  private Optional<String> offered(Reservation offer) {
    var entry =
        waiting.entrySet().stream()
            .filter(each -> offerOf(each.getKey()) == offer.id())
            .map(Map.Entry::getValue)
            .findFirst();
    if (entry.isEmpty()) {
      return Optional.of("offered %d to nobody who waits".formatted(offer.id()));
    }
    var one = entry.get();
    var start = Grid.quarter(offer.window().from());
    var inside = start >= one.start && start + one.length <= one.start + one.span;
    if (one.offer != 0 || !inside || !offer.window().equals(Grid.window(start, one.length))) {
      return Optional.of("offered what nobody wished: " + offer.window());
    }
    if (!grid.free(one.wish, one.cores, start, one.length, 0)) {
      return Optional.of("offered what is taken: " + offer.window());
    }
    one.offer = offer.id();
    grid.put(offer, start, one.length);
    return Optional.empty();
  }

  private long offerOf(long entry) {
    var offer = lab.waiting.find(entry).offer();
    return offer == null ? 0 : offer.reservation();
  }

  /** Whoever waits still has nothing to get; unless all is kept for one who was passed over. */
  private Optional<String> leftOut() {
    for (var id : List.copyOf(waiting.keySet())) {
      var declined = requireNonNull(waiting.get(id)).declined;
      var ended = lab.waiting.find(id).ended() == Ended.LAPSED;
      if (ended != declined >= WaitingEntry.MOST_LAPSED) {
        return Optional.of(
            "%d let %d go, and %s".formatted(id, declined, ended ? "is off" : "waits"));
      }
      if (ended) {
        waiting.remove(id);
      }
    }
    if (waiting.keySet().stream().anyMatch(id -> lab.waiting.find(id).first())) {
      return Optional.empty();
    }
    return waiting.values().stream()
        .filter(each -> each.offer == 0)
        .filter(each ->
            IntStream.rangeClosed(each.start, each.start + each.span - each.length)
                .anyMatch(start -> grid.free(each.wish, each.cores, start, each.length, 0)))
        .findFirst()
        .map(each -> "offers nothing to whom something is free, from quarter " + each.start);
  }

  /** Accepts an offer, lets it go, or leaves the list. */
  Optional<String> answer(int which, int how) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    var id = List.copyOf(waiting.keySet()).get(which % waiting.size());
    var one = requireNonNull(waiting.get(id));
    if (how == 0) {
      lab.waiting.leave(id, "bob");
      waiting.remove(id);
      forget(one.offer);
    } else if (one.offer != 0 && how == 1) {
      lab.reservations.change(one.offer, Offers.ACCEPTED, null);
      bookings.add(one.offer);
      waiting.remove(id);
    } else if (one.offer != 0) {
      lab.reservations.cancel(one.offer, null, null);
      one.declined++;
      forget(one.offer);
    }
    return Optional.empty();
  }

  /** What holds in the database and not in the grid, or the other way. */
  Optional<String> differs() {
    var there =
        lab.database
            .client()
            .execute()
            .query(
                """
                SELECT c.reservation, r.name, CASE c.lane WHEN 0 THEN c.cores ELSE 0 END AS cores,
                       lower(c.during) AS since, upper(c.during) AS until
                  FROM claim c JOIN resource r ON r.id = c.resource WHERE c.holding
                """)
            .map(Row::new)
            .map(row -> List.<Object>of(row.number("reservation"), take(row)))
            .collect(Collectors.toSet());
    var expected = grid.taken();
    return there.equals(expected)
        ? Optional.empty()
        : Optional.of("%s hold and not %s".formatted(there, expected));
  }

  private static Grid.Take take(Row row) {
    var start = Grid.quarter(row.instant("since"));
    var length = Grid.quarter(row.instant("until")) - start;
    return new Grid.Take(row.text("name"), row.integer("cores"), start, length);
  }
}
