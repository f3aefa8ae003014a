package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change makes of a reservation, but for the claims that have to be decided. */
public final class Changing {
  /** A form may be open for a while before it is sent. */
  private static final Duration LENIENCE = Duration.ofMinutes(15);

  private Changing() {}

  /** Refuses times that lie behind. */
  public static void requireAhead(Window window, Instant now) {
    if (window.from().isBefore(now.minus(LENIENCE))) {
      throw new Refusal.Invalid("start_dt", "must not lie in the past");
    }
    requireEndAhead(window, now);
  }

  private static void requireEndAhead(Window window, Instant now) {
    if (!window.to().isAfter(now)) {
      throw new Refusal.Invalid("end_dt", "must lie in the future");
    }
  }

  /** The reservation as changed, still with the claims of before. */
  public static Reservation changed(Reservation before, ReservationChange change, Instant now) {
    var times = Objects.requireNonNullElse(change.times(), before.times());
    var again = comesBack(before, times, now);
    if (!again) {
      requireOpen(before);
    }
    requireUnmoved(before, change);
    requireTimes(before, times, now);
    requireNodes(before, change);
    requireGuests(before, change);
    return new Reservation(
        before.id(),
        before.uid(),
        before.kind(),
        Objects.requireNonNullElse(change.details(), before.details()),
        times,
        again ? Status.ACTIVE : before.status(),
        again ? Phase.RUNNING : phase(before, change),
        before.version() + 1,
        before.sequence() + (noticed(before, change) ? 1 : 0),
        Objects.requireNonNullElse(change.margins(), before.margins()),
        Objects.requireNonNullElse(change.atStart(), before.atStart()),
        Objects.requireNonNullElse(change.atEnd(), before.atEnd()),
        Objects.requireNonNullElse(change.guests(), before.guests()),
        checkIn(before, times, again, now),
        before.series(),
        before.claims(),
        before.replaces(),
        before.created(),
        now,
        change.reason() == null && !(again && unused(before)) ? before.reason() : change.reason());
  }

  /** Whether it ends without that anybody has checked in. */
  private static boolean unused(Reservation before) {
    return before.checkIn() != null && before.checkIn().pending();
  }

  /** Another start is checked in to anew; whoever brings it back is there. */
  private static @Nullable CheckIn checkIn(
      Reservation before, Times times, boolean again, Instant now) {
    var asked = before.checkIn();
    if (asked == null || again) {
      return asked == null ? null : asked.answered(now);
    }
    return times.window().from().equals(before.window().from()) ? asked : asked.anew();
  }

  /** Within its grace, what has ended by itself goes on until a later end. */
  private static boolean comesBack(Reservation before, Times times, Instant now) {
    return before.phase() == Phase.RETURNING
        && before.status() == Status.COMPLETED
        && times.window().from().equals(before.window().from())
        && times.window().to().isAfter(now);
  }

  private static void requireOpen(Reservation before) {
    if (!before.phase().open()) {
      throw new Refusal.WrongState(
          "reservation %d is %s and stays as it is"
              .formatted(before.id(), before.phase().wire().replace('_', ' ')),
          null);
    }
  }

  /**
   * Refuses what a blackout has no room for: what it holds may have gaps, where others were before
   * it.
   */
  public static void requireUnmoved(Reservation before, ReservationChange change) {
    var details = Objects.requireNonNullElse(change.details(), before.details());
    var same = details.party().equals(before.details().party()) && change.atEnd() == null;
    if (before.kind() == ReservationKind.BLACKOUT && (change.decides() || !same)) {
      throw new Refusal.WrongState(
          "reservation %d is a blackout: only what is written about it can be changed"
              .formatted(before.id()),
          null);
    }
  }

  private static void requireTimes(Reservation before, Times times, Instant now) {
    var was = before.window();
    var is = times.window();
    if (is.equals(was)) {
      return;
    }
    if (is.from().equals(was.from())) {
      requireEndAhead(is, now);
      return;
    }
    if (before.phase() == Phase.RUNNING || before.phase() == Phase.PREPARING) {
      throw new Refusal.WrongState(
          "reservation %d has begun; its start stays as it is".formatted(before.id()), "start_dt");
    }
    requireAhead(is, now);
  }

  /**
   * Where its guests are made was said with their orders, and room is kept for them there; only
   * with other guests it is kept elsewhere.
   */
  private static void requireNodes(Reservation before, ReservationChange change) {
    var claims = change.claims();
    if (claims == null || change.guests() != null || before.guests().isEmpty()) {
      return;
    }
    var ofNodes =
        before.requests().stream()
            .filter(each -> each.kind() == ResourceKind.NODE || each.kind() == ResourceKind.POOL)
            .toList();
    if (!claims.containsAll(ofNodes)) {
      throw new Refusal.WrongState(
          "reservation %d brings guests; what it has of nodes and pools stays as it is"
              .formatted(before.id()),
          "claims");
    }
  }

  /**
   * Before they are made, guests are others as a new booking's are, and decided as those. From then
   * on they stay: only how they end and when they are ready changes.
   */
  public static void requireGuests(Reservation before, ReservationChange change) {
    var guests = change.guests();
    var claims = change.claims();
    if (guests != null) {
      GuestsTogether.check(Objects.requireNonNullElse(claims, before.requests()), guests);
    } else if (claims != null) {
      GuestsTogether.requireOthers(claims, before.guests());
    }
    if (guests != null && !before.phase().early()) {
      GuestsTogether.requireSame(before, guests);
    }
  }

  private static Phase phase(Reservation before, ReservationChange change) {
    var wanted = change.phase();
    if (wanted == null || wanted == before.phase()) {
      return before.phase();
    }
    if (!before.phase().early() || (wanted != Phase.BOOKED && wanted != Phase.REQUESTED)) {
      throw new Refusal.WrongState(
          "reservation %d is %s and cannot become %s"
              .formatted(
                  before.id(),
                  before.phase().wire().replace('_', ' '),
                  wanted.wire().replace('_', ' ')),
          "phase");
    }
    return wanted;
  }

  /** Whether calendars must notice. */
  private static boolean noticed(Reservation before, ReservationChange change) {
    var details = change.details();
    return (change.times() != null && !change.times().equals(before.times()))
        || change.claims() != null
        || (change.phase() != null && change.phase() != before.phase())
        || (details != null
            && (!details.title().equals(before.details().title())
                || !details.where().equals(before.details().where())));
  }

  /** What of a new window the old one does not cover: at the most a piece at each end. */
  public static List<Window> beyond(Window before, Window after) {
    if (!before.overlaps(after)) {
      return List.of(after);
    }
    var pieces = new ArrayList<Window>();
    if (after.from().isBefore(before.from())) {
      pieces.add(new Window(after.from(), before.from()));
    }
    if (after.to().isAfter(before.to())) {
      pieces.add(new Window(before.to(), after.to()));
    }
    return pieces;
  }
}
