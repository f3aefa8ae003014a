package direttore.api.reservation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.GuestsWanted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Guests that are made for a reservation, in answers. */
record GuestsView(
    String kind, String name, int count, @Nullable String node, @JsonRawValue String request) {
  static GuestsView of(GuestsWanted guests) {
    return new GuestsView(
        ReservationView.typeWord(guests.kind()),
        guests.name(),
        guests.count(),
        Optional.ofNullable(guests.node()).map(NodeName::value).orElse(null),
        guests.request());
  }
}
