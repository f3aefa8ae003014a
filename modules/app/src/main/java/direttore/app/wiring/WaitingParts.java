package direttore.app.wiring;

import direttore.domain.event.Event;
import direttore.domain.guest.Guest;
import direttore.domain.time.Time;
import direttore.store.reservation.Consequences;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.NoticeConsequences;
import direttore.store.reservation.PgWaiting;
import direttore.worker.reservation.WaitingRunner;
import java.util.Set;
import java.util.UUID;

/** The waiting list in a process that offers what comes free. */
record WaitingParts(WaitingRunner runner) {
  private static final Set<String> FREES = Set.of(Event.RESERVATION, Event.RESOURCE, Event.WAITING);

  static WaitingParts serve(Foundation base) {
    var consequences =
        Consequences.all(
            new LifeConsequences(
                base.safe(),
                vmid -> base.cluster().guest(vmid).map(Guest::ref),
                base.clock(),
                UUID::randomUUID),
            new NoticeConsequences());
    var list =
        new PgWaiting(base.database(), base.safe(), base.clock(), UUID::randomUUID, consequences);
    return new WaitingParts(
        base.lifetime().open(() -> WaitingRunner.start(list, Time.of(base.clock()))));
  }

  void hear(Event event) {
    if (FREES.contains(event.type())) {
      runner.wake();
    }
  }
}
