package direttore.store.reservation;

import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.GuestsWanted;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How guests that a reservation brings into being stand in jsonb. */
record GuestsForm(String kind, String name, int count, @Nullable String node, String request) {

  static GuestsForm of(GuestsWanted wanted) {
    var node = wanted.node();
    return new GuestsForm(
        wanted.kind().wire(),
        wanted.name(),
        wanted.count(),
        node == null ? null : node.value(),
        wanted.request());
  }

  GuestsWanted wanted() {
    return new GuestsWanted(
        GuestKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        name,
        count,
        node == null ? null : new NodeName(node),
        request);
  }
}
