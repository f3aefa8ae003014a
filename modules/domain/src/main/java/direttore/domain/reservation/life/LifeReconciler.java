package direttore.domain.reservation.life;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.group.Reason;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.life.PartAddresses.Addressed;
import direttore.domain.time.Time;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what the {@link PartSteward} decides for the parts of a reservation. To be done after each
 * change of them, and now and then for what was missed; whoever else does it at the same time
 * submits the same.
 */
public final class LifeReconciler {
  /** More of one reservation would only keep others from their turn. */
  static final int MOST_AT_ONCE = 10;

  /** How long a guest may take to obey before it is stopped. */
  private static final int SHUTDOWN_SECONDS = 120;

  private final Lives lives;
  private final Dispatch dispatch;
  private final Sights sights;
  private final PartAddresses addresses;
  private final Supplier<Set<VmId>> taken;
  private final Time time;

  /**
   * @param taken the VMIDs that the cluster is known to use
   */
  public LifeReconciler(
      Lives lives,
      Dispatch dispatch,
      Sights sights,
      PartAddresses addresses,
      Supplier<Set<VmId>> taken,
      Time time) {
    this.lives = lives;
    this.dispatch = dispatch;
    this.sights = sights;
    this.addresses = addresses;
    this.taken = taken;
    this.time = time;
  }

  /** Brings the reservation's parts as far as they come by now. */
  public void reconcile(long id) {
    var life = lives.find(id);
    life.parts().stream().filter(LifeReconciler::unknown).forEach(this::look);
    if (life.parts().stream().noneMatch(part -> part.state().moving())) {
      return;
    }
    var operations = lives.operations(id);
    var room =
        MOST_AT_ONCE
            - operations.values().stream()
                .flatMap(List::stream)
                .filter(o -> o.state().active())
                .count();
    var taken = lives.take(id);
    for (var part : life.parts()) {
      var by = taken.get(part.id());
      var sight = by == null ? new Sight.Unseen() : new Sight.Taken(by);
      if (part.state().moving()
          && reconcile(
              life, part, operations.getOrDefault(part.id(), List.of()), sight, room > 0)) {
        room--;
      }
    }
  }

  /** A guest that was there is to be the same when its time comes. */
  private static boolean unknown(Part part) {
    return !part.made() && part.birth() == null && part.state() == PartState.NONE;
  }

  private void look(Part part) {
    var guest = Objects.requireNonNull(part.guest());
    if (sights.of(part, List.of(), guest) instanceof Sight.There there) {
      lives.born(part.reservation(), part.id(), there.birth());
    }
  }

  /**
   * Does what is due for a part.
   *
   * @param first what is known before anybody looks
   * @return whether an operation was submitted
   */
  private boolean reconcile(
      Life life, Part part, List<PartOperation> operations, Sight first, boolean room) {
    var sight = first;
    while (true) {
      switch (PartSteward.decide(part, operations, sight, time.now())) {
        case PartDecision.Await d -> {
          return false;
        }
        case PartDecision.Later d -> {
          return false;
        }
        case PartDecision.Wait d -> {
          if (!d.waiting().equals(part.waiting())) {
            lives.note(part.reservation(), part.id(), part.round(), d.waiting());
          }
          return false;
        }
        case PartDecision.Look d -> sight = sights.of(part, makers(operations), d.guest());
        case PartDecision.Settle d -> {
          lives.settle(part.reservation(), part.id(), part.round(), d);
          return false;
        }
        case PartDecision.Submit d -> {
          return room && submitted(life, part, operations, d, sight);
        }
      }
    }
  }

  private static List<UUID> makers(List<PartOperation> operations) {
    return operations.stream().filter(o -> o.doing() == Doing.MAKE).map(PartOperation::id).toList();
  }

  private boolean submitted(
      Life life, Part part, List<PartOperation> operations, PartDecision.Submit due, Sight sight) {
    try {
      var by = submitter(life.party());
      var order = order(part, operations, due, sight);
      var attempt = makers(operations).size();
      return switch (addresses.of(part, attempt, order, by)) {
        case Addressed.Coming coming -> false;
        case Addressed.None(var why) -> {
          failed(part, why);
          yield false;
        }
        case Addressed.Ready(var addressed) -> {
          submit(life, part, addressed, due, by);
          yield true;
        }
      };
    } catch (Operations.OlderRound | Operations.HandedOver e) {
      // Whoever changed what is wanted, or for whom, has it looked at.
      return false;
    } catch (Operations.Sealed e) {
      failed(part, Reason.SEALED);
      return false;
    } catch (Refusal e) {
      if (!Reason.passes(e) && !(e instanceof Refusal.Busy)) {
        failed(part, Reason.of(e));
      }
      return false;
    }
  }

  private void submit(
      Life life, Part part, GuestOrder order, PartDecision.Submit due, Submitter by) {
    var making = due.doing() == Doing.MAKE;
    dispatch.submit(
        new Submission(
            order,
            making ? lives.secrets(part.id()) : GuestSecrets.NONE,
            by,
            making ? life.party().team() : null,
            null,
            due.key().in(part.id())));
  }

  private void failed(Part part, Operation.Failure why) {
    var state = part.want() == PartWant.PRESENT ? PartState.FAILED : PartState.STUCK;
    lives.settle(
        part.reservation(),
        part.id(),
        part.round(),
        new PartDecision.Settle(state, part.guest(), null, why));
  }

  /** In whose name: what they may was decided with the booking. */
  private static Submitter submitter(Party party) {
    var person = party.person();
    var team = party.team();
    var actor =
        new Actor(
            person == null ? Actor.NOBODY : person,
            party.requester(),
            party.requester(),
            List.of(),
            team == null ? Set.of() : Set.of(team),
            person == null ? Actor.Via.NONE : Actor.Via.SESSION);
    return new Submitter(actor, null, List.of());
  }

  private GuestOrder order(
      Part part, List<PartOperation> operations, PartDecision.Submit due, Sight sight) {
    return switch (due.doing()) {
      case MAKE -> Objects.requireNonNull(part.making()).order().avoiding(taken.get());
      case START -> on(sight, new GuestAction.Power(PowerAction.START, 0, false));
      case HALT ->
          on(
              sight,
              part.atEnd().equals(AtEnd.STOP)
                  ? new GuestAction.Power(PowerAction.STOP, 0, false)
                  : new GuestAction.Power(PowerAction.SHUTDOWN, SHUTDOWN_SECONDS, true));
      case SNAPSHOT ->
          on(sight, new GuestAction.TakeSnapshot(snapshot(part), description(part), false));
      case RESTORE -> on(sight, rollBack(part, operations, sight));
      case DELETE -> on(sight, new GuestAction.Delete(running(sight)));
    };
  }

  private static String description(Part part) {
    return (begins(part) ? "Start" : "End") + " of reservation " + part.reservation();
  }

  private static boolean begins(Part part) {
    return part.want() == PartWant.PRESENT;
  }

  /** What ran before the first try runs after the last. */
  private static GuestAction rollBack(Part part, List<PartOperation> operations, Sight sight) {
    var tried =
        operations.stream()
            .filter(o -> o.key().round() == part.round() && o.doing() == Doing.RESTORE)
            .anyMatch(PartOperation::starts);
    var to = begins(part) ? part.care().atStart().snapshot() : part.atEnd().snapshot();
    return new GuestAction.RollBack(
        Objects.requireNonNull(to), begins(part) || tried || running(sight));
  }

  private static SnapshotName snapshot(Part part) {
    return new SnapshotName("reservation-%d-%d".formatted(part.reservation(), part.round()));
  }

  private static GuestOrder on(Sight sight, GuestAction action) {
    var there = there(sight);
    return new GuestOrder(there.guest(), action, new Terms(true, there.birth()));
  }

  private static boolean running(Sight sight) {
    return there(sight).running();
  }

  private static Sight.There there(@Nullable Sight sight) {
    if (sight instanceof Sight.There there) {
      return there;
    }
    throw new IllegalStateException("only a guest that was seen is changed");
  }
}
