package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.HalfMade;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import direttore.domain.system.SystemFailure;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Evidence;
import direttore.worker.operation.Found;
import direttore.worker.operation.Lanes;
import direttore.worker.operation.Next;
import direttore.worker.operation.RunStop;
import direttore.worker.operation.Undo;
import direttore.worker.operation.Work;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An effect on a guest as a task of Proxmox, on the guest that was meant, wherever it is by now.
 */
final class TaskEffect implements Effect {
  private static final int MOST_MOVES = 10;
  private final GuestContext context;
  private final Work work;
  private final Step step;
  private final GuestEffect effect;
  private final TaskStep task;
  private final Before before;
  private final Collisions collisions;
  private int moves;

  TaskEffect(GuestContext context, Work work, Step step, GuestEffect effect) {
    this.context = context;
    this.work = work;
    this.step = step;
    this.effect = effect;
    this.task = new TaskStep(context, work, effect, this);
    this.before = new Before(context, (GuestStep) step.kind(), this, effect);
    this.collisions = new Collisions(context, work.ledger());
  }

  @Override
  public String doing(Operation operation) {
    return effect.doing(operation);
  }

  @Override
  public @Nullable Handle ask(Operation operation) {
    var upid = effect.ask(operation);
    return upid == null ? null : new Handle.Task(upid);
  }

  @Override
  public Found look(Operation operation, Evidence evidence) {
    var found =
        effect.look(
            operation, new TaskEvidence(evidence.begun(), evidence.sinceAsked(), task.spent()));
    return found instanceof Found.Nothing && evidence.taken()
        ? new Found.Foreign(
            "VMID %s is taken: a guest on another node has it, or a volume of it is left"
                .formatted(GuestOrder.guest(operation).vmid()))
        : found;
  }

  @Override
  public boolean holds(Operation operation) {
    return effect.holds(operation);
  }

  @Override
  public Next await(Next.Await asked) {
    return task.await(asked);
  }

  @Override
  public boolean makes() {
    return GuestOrder.action(work.operation()).creates();
  }

  @Override
  public void rename(Operation operation, String taken) {
    collisions.renumber(taken);
  }

  @Override
  public Next unclear(Operation operation, Found.Unclear found) {
    var guest = GuestOrder.guest(operation);
    var state = context.hypervisor().state(guest);
    var lock = state.map(GuestState::lock).orElse("");
    if (HalfMade.is(lock) && (!makes() || !GuestOrder.of(operation).vmidChosen())) {
      throw new RunStop.Failed("locked", HalfMade.remedy(guest, lock));
    }
    if (!makes() || GuestMaking.ours(operation, state)) {
      throw new RunStop.Failed(
          "locked", "%s stays %s and no task works on it".formatted(guest, found.why()));
    }
    return new Next.Rename("VMID %s is taken, %s".formatted(guest.vmid(), found.why()));
  }

  @Override
  public Optional<Next> recover(Next from, SystemFailure failure) {
    return failure instanceof HypervisorFailure.Moved moved
        ? Optional.of(moved(from, moved.to()))
        : Optional.empty();
  }

  /** Goes on where the guest is now; a VMID that another guest has got elsewhere is taken. */
  private Next moved(Next from, GuestRef to) {
    var operation = work.operation();
    var made = !makes() || !operation.steps().getFirst().key().equals(step.key());
    if (made || GuestMaking.ours(operation, context.hypervisor().state(to))) {
      follow(to);
      return from;
    }
    return new Next.Rename(
        "VMID %s is taken: a guest on %s has it"
            .formatted(GuestOrder.guest(operation).vmid(), to.node()));
  }

  private void follow(GuestRef to) {
    moves++;
    if (moves > MOST_MOVES) {
      throw new RunStop.Failed(
          "moved",
          couldNot(
              work.operation(), "it moved again and again, to %s at last".formatted(to.node())));
    }
    work.ledger().reordered(GuestOrder.movedTo(work.operation(), to.node()));
  }

  @Override
  public Optional<String> hinderedBy(Operation operation) {
    return before.holder(operation);
  }

  @Override
  public Optional<String> heldBy(Operation operation) {
    try {
      return context
          .hypervisor()
          .state(effect.lockable(operation))
          .flatMap(s -> Optional.ofNullable(s.lock()));
    } catch (HypervisorFailure.Unreachable | HypervisorFailure.AnswerLost e) {
      return Optional.of("somebody, as Proxmox does not tell: " + e.getMessage());
    } catch (HypervisorFailure e) {
      // What is wrong with the guest shows when the step is asked for.
      return Optional.empty();
    }
  }

  @Override
  public boolean waitsForHolders(Operation operation) {
    return GuestOrder.of(operation).terms().waitsForLock();
  }

  /** What a guest was made of is removed again when someone cancels its making. */
  @Override
  public Optional<Undo> undo(Failure why) {
    var first = work.operation().steps().getFirst().key().equals(step.key());
    return why.cancelled() && makes() && first
        ? Optional.of(new UndoMaking(context, work))
        : Optional.empty();
  }

  @Override
  public List<Lanes.Lane> lanes(Operation operation) {
    return effect.lanes(operation);
  }

  @Override
  public Optional<String> did() {
    return effect.did();
  }

  @Override
  public Optional<String> already(Operation operation) {
    return effect.already(operation);
  }
}
