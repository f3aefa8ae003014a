package direttore.worker.guestorder;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Handle;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.Upid;
import direttore.worker.operation.Effect;
import direttore.worker.operation.Next;
import direttore.worker.operation.Patience;
import direttore.worker.operation.RunStop;
import direttore.worker.operation.Work;
import direttore.worker.task.TaskResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The part of a step that a task of Proxmox does: waiting for it, and judging how it ended. */
final class TaskStep {
  private static final Duration HA_PATIENCE = Duration.ofMinutes(5);
  private final GuestContext context;
  private final Work work;
  private final GuestEffect guestEffect;
  private final Effect effect;
  private final TaskEnding ending;
  private final Patience ha;
  private final Set<Upid> spent = new HashSet<>();

  TaskStep(GuestContext context, Work work, GuestEffect guestEffect, Effect effect) {
    this.context = context;
    this.work = work;
    this.guestEffect = guestEffect;
    this.effect = effect;
    this.ending = new TaskEnding(context, work);
    this.ha = work.patience(HA_PATIENCE);
  }

  /** The tasks of the step that are known to have failed. */
  Set<Upid> spent() {
    return spent;
  }

  Next await(Next.Await next) {
    if (!(next.handle() instanceof Handle.Task(var upid))) {
      throw new IllegalStateException(next.handle() + " is no task of Proxmox");
    }
    var fixed =
        guestEffect.interruptible() ? null : "cannot be cancelled any more; it ends by itself";
    var wait = new TaskWait(context, work, upid, fixed);
    return switch (wait.result()) {
      case TaskResult.Vanished r ->
          new Next.Verify("task-lost", said("Proxmox does not know its task any more"));
      case TaskResult.Ended r -> ended(upid, next.proven(), r.end(), wait.interrupted());
    };
  }

  private Next ended(Upid task, boolean proven, TaskEnd end, boolean interrupted) {
    return switch (end) {
      case TaskEnd.Ok e -> {
        ending.ok(task);
        yield succeeded(task, proven);
      }
      case TaskEnd.Warnings e -> {
        ending.warned(task, e.count());
        yield succeeded(task, proven);
      }
      case TaskEnd.Failed e -> failed(task, e.text(), interrupted);
    };
  }

  private Next succeeded(Upid task, boolean proven) {
    if (task.type().startsWith("ha")) {
      var failed = new RunStop.Failed("ha-timeout", said("the HA manager did not do it"));
      return new Next.Settle("the HA manager", ha, failed);
    }
    return guestEffect.needsProof() && !proven ? new Next.Prove() : new Next.Done();
  }

  private Next failed(Upid task, String text, boolean interrupted) {
    spent.add(task);
    if (interrupted) {
      throw new RunStop.Cancelled();
    }
    var holder = TaskText.lockHolder(text);
    if (holder.isPresent()) {
      work.waits().forLock(effect, holder.get(), said(text), true);
      return new Next.Look(false);
    }
    if (TaskText.noGuest(text) && !GuestOrder.action(work.operation()).creates()) {
      // It has moved to another node meanwhile, or is gone: a look tells.
      return new Next.Look(false);
    }
    if (TaskText.taken(text)) {
      return new Next.Rename(text);
    }
    if (TaskText.soAlready(text)) {
      return new Next.Verify("task-failed", said(text));
    }
    throw new RunStop.Failed("task-failed", said(ending.explained(task, text)));
  }

  private String said(String reason) {
    return effect.couldNot(work.operation(), reason);
  }
}
