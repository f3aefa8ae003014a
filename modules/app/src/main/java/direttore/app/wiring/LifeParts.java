package direttore.app.wiring;

import direttore.domain.Refusal;
import direttore.domain.agenda.Duty;
import direttore.domain.allocation.GuestAddresses;
import direttore.domain.event.Event;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.life.ClusterSights;
import direttore.domain.reservation.life.LifeReconciler;
import direttore.domain.time.Every;
import direttore.domain.time.Time;
import direttore.proxmox.cluster.ProxmoxInside;
import direttore.store.event.PgEvents;
import direttore.store.reservation.PgLives;
import direttore.worker.reservation.GuestSigns;
import direttore.worker.reservation.Ringer;
import direttore.worker.reservation.SignsBeside;
import direttore.worker.reservation.TcpPort;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What reservations bring into being, in a process that submits what comes next of it.
 *
 * @param reconciler does what is to be done for one of them
 */
record LifeParts(PgLives lives, LifeReconciler reconciler) {
  private static final System.Logger LOG = System.getLogger(LifeParts.class.getName());
  private static final Every OFTEN = Every.of(Duration.ofSeconds(5)).first(Duration.ZERO);

  static LifeParts of(Foundation base, NetBoxParts netbox, Dispatch dispatch) {
    var lives = new PgLives(base.database(), base.safe(), base.clock());
    var cluster = base.cluster();
    return new LifeParts(
        lives,
        new LifeReconciler(
            lives,
            dispatch,
            new ClusterSights(cluster, signs(base)),
            new GuestAddresses(
                AllocationFeature.allocating(
                    base, netbox, base.operations(base.database()), dispatch)),
            () ->
                cluster.guests().value().stream()
                    .map(guest -> guest.ref().vmid())
                    .collect(Collectors.toUnmodifiableSet()),
            Time.of(base.clock())));
  }

  private static SignsBeside signs(Foundation base) {
    return new SignsBeside(
        new GuestSigns(new ProxmoxInside(base.proxmox()), TcpPort::answers),
        task -> Thread.ofVirtual().name("readiness").start(task),
        Time.of(base.clock()));
  }

  /** Rings what is due from now on. */
  void ring(Foundation base) {
    var ringer =
        base.lifetime().open(() -> Ringer.start(lives, this::reconcile, Time.of(base.clock())));
    var events = base.lifetime().open(() -> new PgEvents(base.database()));
    base.lifetime()
        .open(() ->
            events.subscribe(event -> {
              if (event.type().equals(Event.RESERVATION)) {
                ringer.hear(event.reservation());
              }
            }));
    var waiting = WaitingParts.serve(base);
    base.lifetime().open(() -> events.subscribe(waiting::hear));
  }

  /** Takes up what was missed, as when a process died between an end and what comes next. */
  Duty duty() {
    return Duty.once("reservations", OFTEN, this::reconcileAll);
  }

  private Optional<String> reconcileAll() {
    return lives.moving().stream().filter(id -> !reconciled(id)).toList().stream()
        .findFirst()
        .map("Reservation %d does not go on now."::formatted)
        .or(this::withheld);
  }

  /** Somebody has to decide about it. */
  private Optional<String> withheld() {
    return lives
        .withheld()
        .map(
            "Nothing of reservation %d was begun: the account of whoever has it is disabled."
                ::formatted);
  }

  /** Has the reservation of an operation that has ended go on; false where it is of none. */
  boolean ended(Operation operation) {
    var part = operation.membership();
    if (part == null) {
      return false;
    }
    try {
      var reservation = lives.reservationOf(part.group());
      reservation.ifPresent(this::reconcile);
      return reservation.isPresent();
    } catch (Refusal e) {
      LOG.log(
          Level.DEBUG,
          "what comes after operation %s is looked at again".formatted(operation.id()),
          e);
      return true;
    }
  }

  void reconcile(long id) {
    var _ = reconciled(id);
  }

  private boolean reconciled(long id) {
    try {
      reconciler.reconcile(id);
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          e instanceof Refusal ? Level.DEBUG : Level.WARNING,
          () -> "reservation %d is looked at again".formatted(id),
          e);
      return false;
    }
  }
}
