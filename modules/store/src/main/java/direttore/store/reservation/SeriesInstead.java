package direttore.store.reservation;

import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.SeriesSearch;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import io.helidon.dbclient.DbClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is free instead of a series, as of one moment: each of its dates is, in what is offered.
 * What a search finds is offered only if it is decided so too.
 */
final class SeriesInstead {
  private static final int LEAST = 3;
  private static final int OTHERS = 2;

  /** So that who is refused need not wait where hardly anything will do. */
  private static final int MOST_DECIDED = 12;

  private static final int MOST_OTHERS = 20;

  private final DbClient db;
  private final Instant now;
  private final SeriesWish wish;
  private final Plan plan;
  private final List<Ask> others;
  private final SlotRules rules;
  private int decided;

  SeriesInstead(
      DbClient db, Instant now, SeriesWish wish, List<Ask> alternatives, SlotRules rules) {
    this.db = db;
    this.now = now;
    this.wish = wish;
    this.plan = wish.plan();
    this.others = alternatives.stream().flatMap(this::single).limit(MOST_OTHERS).toList();
    this.rules = rules;
  }

  /** At least three, where it may begin at three times within a year. */
  List<Slot> slots() {
    var found = new ArrayList<>(sameTime());
    found.addAll(later(plan.ask(), Duration.ZERO, LEAST - found.size()));
    if (found.size() < LEAST && !others.isEmpty()) {
      var after = found.isEmpty() ? Duration.ZERO : length();
      found.addAll(later(others.getFirst(), after, LEAST - found.size()));
    }
    return found;
  }

  /** With one resource for all dates instead of any. */
  private Stream<Ask> single(Ask other) {
    var open =
        IntStream.range(0, other.requests().size())
            .filter(i -> !other.requests().get(i).equals(plan.ask().requests().get(i)))
            .filter(i -> other.requests().get(i) instanceof ClaimRequest.AnyOf)
            .boxed()
            .toList();
    return switch (open.size()) {
      case 0 -> Stream.of(other);
      case 1 ->
          other.candidates().get(open.getFirst()).stream()
              .filter(each -> !plan.ask().candidates().get(open.getFirst()).contains(each))
              .map(each -> other.having(open.getFirst(), each));
      default -> Stream.empty();
    };
  }

  private List<Slot> sameTime() {
    var found = new ArrayList<Slot>();
    for (var other : others) {
      if (found.size() < OTHERS && search(other).free(Duration.ZERO)) {
        slot(Duration.ZERO, other, true).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Each after the one before has ended. */
  private List<Slot> later(Ask ask, Duration from, int most) {
    var search = search(ask);
    var bounds = rules.bounds(plan.asking(ask), now);
    var earliest = bounds.earliest(plan.after().window().from());
    var found = new ArrayList<Slot>();
    var next = search.next(longer(from, until(earliest)));
    while (found.size() < most && next.isPresent() && decided < MOST_DECIDED) {
      slot(next.get(), ask, false).ifPresent(found::add);
      next = search.next(next.get().plus(length()));
    }
    return found;
  }

  private Optional<Slot> slot(Duration shift, Ask ask, boolean sameTime) {
    if (decided >= MOST_DECIDED) {
      return Optional.empty();
    }
    decided++;
    var choices = wish.decided(shift, ask);
    var window = wish.later(times(), shift).window();
    return choices.map(each -> new Slot(window, ask.requests(), each, sameTime));
  }

  private SeriesSearch search(Ask ask) {
    var after = plan.after();
    return new SeriesSearch(
        new Availability.Wanted(ask.requests(), after.window().length(), after.margins(), null),
        ask.candidates(),
        window -> held(ask, window),
        wish,
        first());
  }

  private Collection<Held> held(Ask ask, Window window) {
    var held = HeldRows.of(db.execute(), ask.ids(), List.of(window), wish.besides());
    var pauses = rules.bounds(plan.asking(ask), now).pauses();
    return Stream.concat(
            Ranges.with(db.execute(), held, List.of(ask), List.of(window), wish.besides()).stream(),
            pauses.stream())
        .toList();
  }

  private Times times() {
    return plan.after().times();
  }

  private LocalDateTime first() {
    return times().startLocal();
  }

  private Duration length() {
    return Duration.between(first(), times().endLocal());
  }

  private Duration until(Instant moment) {
    return Duration.between(first(), LocalDateTime.ofInstant(moment, times().zone()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
