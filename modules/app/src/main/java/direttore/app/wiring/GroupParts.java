package direttore.app.wiring;

import direttore.domain.Refusal;
import direttore.domain.agenda.Duty;
import direttore.domain.group.GroupReconciler;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.time.Every;
import direttore.store.Database;
import direttore.store.group.PgGroups;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Groups of operations, in a process that submits what comes next in them.
 *
 * @param reconciler does what is to be done for one of them
 */
record GroupParts(PgGroups groups, GroupReconciler reconciler) {
  private static final System.Logger LOG = System.getLogger(GroupParts.class.getName());
  private static final Every OFTEN = Every.of(Duration.ofSeconds(5));

  static GroupParts of(Foundation base, Database database, Dispatch dispatch) {
    var groups = new PgGroups(database, base.safe(), base.clock(), UUID::randomUUID);
    var cluster = base.cluster();
    return new GroupParts(
        groups,
        new GroupReconciler(
            groups,
            dispatch,
            () ->
                cluster.guests().value().stream()
                    .map(guest -> guest.ref().vmid())
                    .collect(Collectors.toUnmodifiableSet())));
  }

  /** Takes up what was missed, as when a process died between an end and what comes next. */
  Duty duty() {
    return Duty.once("groups", OFTEN, this::reconcileAll);
  }

  private Optional<String> reconcileAll() {
    return groups.active().stream().filter(id -> !reconciled(id)).toList().stream()
        .findFirst()
        .map(GroupParts::late);
  }

  private static String late(UUID group) {
    return "Group %s does not go on now.".formatted(group);
  }

  /** Has the group of an operation that has ended go on. */
  void ended(Operation operation) {
    var part = operation.membership();
    if (part != null) {
      reconciled(part.group());
    }
  }

  private boolean reconciled(UUID group) {
    try {
      reconciler.reconcile(group);
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          e instanceof Refusal ? Level.DEBUG : Level.WARNING,
          () -> "group %s is looked at again".formatted(group),
          e);
      return false;
    }
  }
}
