package direttore.api.reservation;

import direttore.domain.access.Actor;
import direttore.domain.reservation.CheckingIn;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody may do with a reservation now, for the buttons beside it. */
final class ReservationActs {
  private ReservationActs() {}

  static List<String> of(Reservation reservation, int failed, Actor actor, Instant now) {
    var acts = new ArrayList<String>();
    var phase = reservation.phase();
    if (ReservationRights.mayApprove(actor, reservation)) {
      acts.addAll(List.of("approve", "refuse"));
    }
    if (!ReservationRights.mayChange(actor, reservation)) {
      return acts;
    }
    if (reservation.kind() == ReservationKind.BLACKOUT) {
      return phase.open() ? List.of("cancel") : acts;
    }
    if (phase == Phase.OFFERED) {
      return List.of("accept", "cancel");
    }
    if (reservation.replaces() != null && phase.open()) {
      // What it is a change of can be changed again instead.
      acts.add("cancel");
      return acts;
    }
    var begun = reservation.window().contains(now) && phase != Phase.REQUESTED;
    if (phase.open()) {
      acts.addAll(List.of("change", "cancel", "extend"));
    }
    if (inGrace(reservation, now)) {
      acts.add("extend");
    }
    if (CheckingIn.possible(reservation, now)) {
      acts.add("check-in");
    }
    if (phase.open() && begun) {
      acts.add("return");
    }
    if (phase.open()) {
      acts.add("hand-over");
    }
    if (failed > 0) {
      acts.add("repair");
    }
    return acts;
  }

  /** Whether what it brought only rests yet, so that a later end brings it back. */
  private static boolean inGrace(Reservation reservation, Instant now) {
    return reservation.phase() == Phase.RETURNING
        && reservation.status() == Status.COMPLETED
        && now.isBefore(reservation.window().to().plus(reservation.margins().grace()));
  }
}
