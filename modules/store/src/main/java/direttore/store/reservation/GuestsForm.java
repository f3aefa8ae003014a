package direttore.store.reservation;

import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Readiness.Check;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How guests that a reservation brings into being stand in jsonb. */
record GuestsForm(
    String kind,
    String name,
    int count,
    @Nullable String node,
    String request,
    @Nullable String atEnd,
    @Nullable ReadyForm ready) {

  /** When each is ready, where more is asked than that it runs. */
  record ReadyForm(String check, @Nullable Integer port, long seconds) {
    static @Nullable ReadyForm of(Readiness ready) {
      return ready.equals(Readiness.RUNNING)
          ? null
          : new ReadyForm(ready.check().wire(), ready.port(), ready.within().toSeconds());
    }

    Readiness readiness() {
      return new Readiness(Check.parse(check), port, Duration.ofSeconds(seconds));
    }
  }

  static GuestsForm of(GuestsWanted wanted) {
    var node = wanted.node();
    var end = wanted.atEnd();
    return new GuestsForm(
        wanted.kind().wire(),
        wanted.name(),
        wanted.count(),
        node == null ? null : node.value(),
        wanted.request(),
        end == null ? null : end.wire(),
        ReadyForm.of(wanted.ready()));
  }

  GuestsWanted wanted() {
    return new GuestsWanted(
            GuestKind.valueOf(kind.toUpperCase(Locale.ROOT)),
            name,
            count,
            node == null ? null : new NodeName(node),
            request)
        .with(
            atEnd == null ? null : AtEnd.parse(atEnd),
            ready == null ? Readiness.RUNNING : ready.readiness());
  }
}
