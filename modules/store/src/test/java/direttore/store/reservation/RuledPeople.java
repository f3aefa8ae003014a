package direttore.store.reservation;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import org.jspecify.annotations.Nullable;

/** Whose reservations of tests are. */
final class RuledPeople {
  static final TeamName RED = new TeamName("red");
  static final TeamName BLUE = new TeamName("blue");

  private RuledPeople() {}

  static NewReservation of(NewReservation wanted, String requester) {
    return by(wanted, requester, null);
  }

  static NewReservation in(NewReservation wanted, TeamName team) {
    return by(wanted, wanted.details().party().requester(), team);
  }

  private static NewReservation by(
      NewReservation wanted, String requester, @Nullable TeamName team) {
    var old = wanted.details();
    return NewReservation.booking(
        new Details(
            old.title(), old.notes(), new Party(requester, null, team), old.where(), old.hidden()),
        wanted.times(),
        wanted.claims());
  }
}
