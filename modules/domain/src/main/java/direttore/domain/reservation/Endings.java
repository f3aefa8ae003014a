package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of a reservation that somebody ends before its time. */
public final class Endings {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private Endings() {}

  /**
   * It is called off: what has not begun lets go of all at once, what is under way ends now. The
   * same where it is over already.
   */
  public static Reservation calledOff(Reservation before, Instant now, @Nullable String reason) {
    if (reason != null) {
      ReservedText.text("reason", reason, 0, 500);
    }
    return switch (before.phase()) {
      case RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> before;
      case REQUESTED, OFFERED, BOOKED ->
          ended(
              before,
              Status.CANCELLED,
              Phase.CALLED_OFF,
              before.times(),
              letGo(before.claims()),
              now,
              reason);
      case PREPARING, RUNNING, RETURNING -> underWay(before, Status.CANCELLED, now, reason);
    };
  }

  /** It is given back while it is under way. */
  public static Reservation givenBack(Reservation before, Instant now) {
    if (!before.phase().open() || before.phase() == Phase.REQUESTED) {
      throw new Refusal.WrongState(
          "reservation %d is %s and cannot be given back"
              .formatted(before.id(), before.phase().wire().replace('_', ' ')),
          null);
    }
    if (!before.window().contains(now)) {
      throw new Refusal.WrongState(
          "reservation %d is not under way; cancel it instead".formatted(before.id()), null);
    }
    return underWay(before, Status.COMPLETED, now, before.reason());
  }

  /**
   * It is given back as nobody has checked in.
   *
   * @param by until when somebody could
   */
  public static Reservation unused(Reservation before, Instant by, Instant now) {
    var zone = before.times().zone();
    var local = by.atZone(zone);
    var same = local.toLocalDate().equals(before.times().startLocal().toLocalDate());
    return underWay(
        before,
        Status.COMPLETED,
        now,
        "Nobody checked in by %s (%s).".formatted((same ? CLOCK : MOMENT).format(local), zone));
  }

  private static Reservation underWay(
      Reservation before, Status status, Instant now, @Nullable String reason) {
    var times = before.times();
    if (before.window().contains(now)) {
      // A window lasts a second at the least.
      var first = before.window().from().plusSeconds(1);
      times = times.at(new Window(before.window().from(), now.isAfter(first) ? now : first));
    }
    var brings = before.brings();
    var held = before.margins().around(times.window());
    var claims =
        brings
            ? before.claims().stream().map(claim -> shortened(claim, held)).toList()
            : letGo(before.claims());
    return ended(
        before, status, brings ? Phase.RETURNING : Phase.RETURNED, times, claims, now, reason);
  }

  private static Claim shortened(Claim claim, Window held) {
    var during = claim.during();
    if (during.to().equals(Window.LATEST)) {
      // Its guests stay, and count from then on for whoever has them.
      return claim;
    }
    return during.to().isAfter(held.to()) && during.from().isBefore(held.to())
        ? claim.during(new Window(during.from(), held.to()))
        : claim;
  }

  private static List<Claim> letGo(List<Claim> claims) {
    return claims.stream().map(Claim::released).toList();
  }

  private static Reservation ended(
      Reservation before,
      Status status,
      Phase phase,
      Times times,
      List<Claim> claims,
      Instant now,
      @Nullable String reason) {
    return new Reservation(
        before.id(),
        before.uid(),
        before.kind(),
        before.details(),
        times,
        status,
        phase,
        before.version() + 1,
        before.sequence() + 1,
        before.margins(),
        before.atStart(),
        before.atEnd(),
        before.guests(),
        before.checkIn(),
        before.series(),
        claims,
        before.replaces(),
        before.created(),
        now,
        reason);
  }
}
