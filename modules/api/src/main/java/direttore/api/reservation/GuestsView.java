package direttore.api.reservation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Readiness;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guests that are made for a reservation, in answers.
 *
 * @param atEnd null where it is as the reservation says
 */
record GuestsView(
    String kind,
    String name,
    int count,
    @Nullable String node,
    @JsonRawValue String request,
    @Nullable String atEnd,
    ReadyView ready) {

  /** When each is ready. */
  record ReadyView(String check, @Nullable Integer port, long minutes) {
    static ReadyView of(Readiness ready) {
      return new ReadyView(ready.check().wire(), ready.port(), ready.within().toMinutes());
    }
  }

  static GuestsView of(GuestsWanted guests) {
    return new GuestsView(
        ReservationView.typeWord(guests.kind()),
        guests.name(),
        guests.count(),
        Optional.ofNullable(guests.node()).map(NodeName::value).orElse(null),
        guests.request(),
        Optional.ofNullable(guests.atEnd()).map(AtEnd::wire).orElse(null),
        ReadyView.of(guests.ready()));
  }
}
