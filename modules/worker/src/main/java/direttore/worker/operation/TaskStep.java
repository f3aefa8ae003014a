package direttore.worker.operation;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.Upid;
import direttore.worker.task.TaskResult;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The part of a step that a task of Proxmox does: waiting for it, and judging how it ended. */
final class TaskStep {
  private final RunContext context;
  private final Ledger ledger;
  private final RunSignals signals;
  private final Effect effect;
  private final StepWaits waits;
  private final TaskEnding ending;
  private final Set<Upid> spent = new HashSet<>();

  TaskStep(RunContext context, Ledger ledger, RunSignals signals, Effect effect, StepWaits waits) {
    this.context = context;
    this.ledger = ledger;
    this.signals = signals;
    this.effect = effect;
    this.waits = waits;
    this.ending = new TaskEnding(context, ledger, signals);
  }

  /** The tasks of the step that are known to have failed. */
  Set<Upid> spent() {
    return spent;
  }

  Next await(Next.Await next) {
    var fixed = effect.interruptible() ? null : "cannot be cancelled any more; it ends by itself";
    var wait = new TaskWait(context, ledger, signals, next.task(), fixed);
    return switch (wait.result()) {
      case TaskResult.Vanished r ->
          new Next.Verify("task-lost", said("Proxmox does not know its task any more"));
      case TaskResult.Ended r -> ended(next, r.end(), wait.interrupted());
    };
  }

  private Next ended(Next.Await next, TaskEnd end, boolean interrupted) {
    return switch (end) {
      case TaskEnd.Ok e -> {
        ending.ok(next.task());
        yield succeeded(next);
      }
      case TaskEnd.Warnings e -> {
        ending.warned(next.task(), e.count());
        yield succeeded(next);
      }
      case TaskEnd.Failed e -> failed(next.task(), e.text(), interrupted);
    };
  }

  private Next succeeded(Next.Await next) {
    if (next.task().type().startsWith("ha")) {
      return new Next.Settle();
    }
    return effect.needsProof() && !next.proven() ? new Next.Prove() : new Next.Done();
  }

  private Next failed(Upid task, String text, boolean interrupted) {
    spent.add(task);
    if (interrupted) {
      throw new RunStop.Cancelled();
    }
    var holder = TaskText.lockHolder(text);
    if (holder.isPresent()) {
      waits.forLock(holder.get(), this::lock, said(text), true);
      return new Next.Look(false);
    }
    if (TaskText.noGuest(text) && !GuestOrder.action(ledger.operation()).creates()) {
      // It has moved to another node meanwhile, or is gone: a look tells.
      return new Next.Look(false);
    }
    if (TaskText.taken(text)) {
      return new Next.Renumber(text);
    }
    if (TaskText.soAlready(text)) {
      return new Next.Verify("task-failed", said(text));
    }
    throw new RunStop.Failed("task-failed", said(ending.explained(task, text)));
  }

  /** Who holds the guest that the step is about; unknown is not free. */
  Optional<String> lock() {
    var guest = effect.lockable(ledger.operation());
    try {
      return context.hypervisor().state(guest).flatMap(s -> Optional.ofNullable(s.lock()));
    } catch (HypervisorFailure.Unreachable | HypervisorFailure.AnswerLost e) {
      return Optional.of("somebody, as Proxmox does not tell: " + e.getMessage());
    } catch (HypervisorFailure e) {
      // What is wrong with the guest shows when the step is asked for.
      return Optional.empty();
    }
  }

  /** The sentence that says what could not be done and why. */
  String said(String reason) {
    return "could not %s: %s".formatted(effect.doing(ledger.operation()), reason);
  }
}
