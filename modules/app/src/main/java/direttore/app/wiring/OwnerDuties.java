package direttore.app.wiring;

import direttore.domain.access.PersonName;
import direttore.domain.agenda.Duty;
import direttore.domain.guest.VmId;
import direttore.domain.holding.OwnershipReconciler;
import direttore.domain.time.Every;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps true who has which guest: what failed is looked at often, the rest now and then. */
final class OwnerDuties {
  private static final System.Logger LOG = System.getLogger(OwnerDuties.class.getName());
  private static final Every OFTEN = Every.of(Duration.ofSeconds(15));
  private static final Every NOW_AND_THEN =
      Every.of(Duration.ofMinutes(5)).first(Duration.ofSeconds(15)).again(Duration.ofSeconds(15));

  private OwnerDuties() {}

  static List<Duty> of(OwnershipReconciler owners) {
    return List.of(
        Duty.once("failed-orders", OFTEN, () -> freeRoom(owners)),
        Duty.once("owners", NOW_AND_THEN, () -> reconcile(owners)));
  }

  private static Optional<String> freeRoom(OwnershipReconciler owners) {
    owners.freeRoom().forEach(a -> forgotten(a.guest().vmid(), a.owner()));
    return Optional.empty();
  }

  private static Optional<String> reconcile(OwnershipReconciler owners) {
    owners.reconcile().forEach(h -> forgotten(h.vmid(), h.owner().name()));
    owners
        .restore()
        .forEach(f -> LOG.log(Level.INFO, "guest {0} of {1} is there again", f.vmid(), f.name()));
    return Optional.empty();
  }

  private static void forgotten(VmId vmid, PersonName owner) {
    LOG.log(Level.INFO, "guest {0} of {1} no longer counts: it is gone, or another", vmid, owner);
  }
}
