package direttore.domain.reservation.waiting;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody can wait for what they could not book. */
public final class Waitable {
  private Waitable() {}

  /** Why nobody can wait for it, in a sentence; empty where the list takes it. */
  public static Optional<String> whyNot(
      WaitingList list, NewReservation wanted, Submitter by, Instant now) {
    var length = wanted.times().window().length();
    var between = between(wanted, now);
    var other =
        wanted.claims().isEmpty()
            ? "without claims"
            : !wanted.guests().isEmpty()
                ? "that makes guests"
                : !wanted.margins().equals(Margins.NONE)
                    ? "with a lead or grace time"
                    : length.compareTo(Wish.LONGEST) > 0
                        ? "that is longer than %d days".formatted(Wish.LONGEST.toDays())
                        : length.compareTo(between) > 0
                            ? "later than %d days from now".formatted(Wish.FARTHEST.toDays())
                            : null;
    return other == null
        ? refused(list, wish(wanted, between, now), by)
        : Optional.of(takes(other));
  }

  /** Why nobody can wait for what repeats. */
  public static String repeating() {
    return takes("that repeats");
  }

  private static String takes(String nothing) {
    return "The waiting list takes nothing %s.".formatted(nothing);
  }

  private static Optional<String> refused(WaitingList list, Wish wish, Submitter by) {
    try {
      list.requireTaken(wish, by);
      return Optional.empty();
    } catch (Refusal.Unknown | Refusal.Impossible | Refusal.RuleBroken | Refusal.WrongState e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** As long as anybody waits for what starts then, or below zero where nobody does. */
  private static Duration between(NewReservation wanted, Instant now) {
    var from = from(wanted, now);
    var latest = Stream.of(from.plus(Wish.LONGEST), now.plus(Wish.FARTHEST), Window.LATEST);
    return Duration.between(from, latest.min(Instant::compareTo).orElseThrow());
  }

  private static Instant from(NewReservation wanted, Instant now) {
    var start = wanted.times().window().from();
    return start.isBefore(now) ? now : start;
  }

  private static Wish wish(NewReservation wanted, Duration between, Instant now) {
    var times = wanted.times();
    return new Wish(
        wanted.details(),
        wanted.claims(),
        Window.of(from(wanted, now), between),
        times.window().length(),
        times.zone(),
        wanted.atStart(),
        wanted.atEnd());
  }
}
