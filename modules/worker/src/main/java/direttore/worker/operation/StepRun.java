package direttore.worker.operation;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.domain.operation.VmidChoice;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.Upid;
import direttore.worker.task.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step, from wherever it stands to its end. What may have been asked for already is looked for
 * before it is asked for again.
 */
final class StepRun {
  private static final Duration DOUBT = Duration.ofSeconds(30);
  private static final Duration HA_PATIENCE = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final int MOST_COLLISIONS = 20;
  private final Means means;
  private final Ledger ledger;
  private final Ear ear;
  private final Step.Name name;
  private final Effect effect;
  private final StepWaits waits;
  private final TaskEnding ending;
  private final Patience locks;
  private final Patience outages;
  private final Patience doubts;
  private final Patience ha;
  private final Set<Upid> spent = new HashSet<>();
  private final Set<VmId> tried = new HashSet<>();
  private int collisions;
  private boolean maybeAsked;
  private Instant asked;
  private Lanes.@Nullable Ticket ticket;

  StepRun(Means means, Ledger ledger, Ear ear, Step.Name name) {
    this.means = means;
    this.ledger = ledger;
    this.ear = ear;
    this.name = name;
    this.effect = new Effects(means).of(ledger.operation(), name);
    this.waits = new StepWaits(ledger, ear);
    this.ending = new TaskEnding(means, ledger, ear);
    this.locks = patience(means.settings().lockPatience());
    this.outages = patience(means.settings().outagePatience());
    this.doubts = patience(DOUBT);
    this.ha = patience(HA_PATIENCE);
    this.asked = started();
  }

  private Patience patience(Duration most) {
    return new Patience(most, means.time(), means.random());
  }

  private Instant started() {
    var started = ledger.step(name).started();
    return started == null ? means.time().now() : started;
  }

  /** Sees the step through. */
  void run() {
    try {
      var next = first();
      while (!(next instanceof Next.Done)) {
        next = advance(next);
      }
      ledger.done(name);
    } finally {
      if (ticket != null) {
        ticket.close();
      }
    }
  }

  private Next first() {
    var step = ledger.step(name);
    if (step.state() == Step.State.PENDING) {
      return new Next.Ask();
    }
    maybeAsked = true;
    return step.upid() == null ? new Next.Look(false) : new Next.Await(step.upid(), false);
  }

  private Next advance(Next next) {
    try {
      return switch (next) {
        case Next.Ask n -> ask();
        case Next.Look n -> look(n);
        case Next.Await n -> await(n);
        case Next.Prove n -> prove();
        case Next.Doubt n -> doubt(n);
        case Next.Settle n -> settle();
        case Next.Done n -> n;
      };
    } catch (HypervisorFailure e) {
      return recover(next, e);
    }
  }

  private Next ask() {
    ear.check();
    takeTurn();
    ledger.begun(name);
    asked = means.time().now();
    var task = effect.ask(operation());
    outages.restore();
    if (task == null) {
      return new Next.Done();
    }
    ledger.tracked(name, task);
    return new Next.Await(task, true);
  }

  private void takeTurn() {
    var lanes = effect.lanes(operation());
    if (ticket != null || lanes.isEmpty()) {
      return;
    }
    var requested = means.lanes().request(lanes, ear.signal());
    ticket = requested;
    while (!requested.in()) {
      ledger.waitingFor("for its turn: " + lanes.getFirst().name());
      ear.listen(A_WHILE);
      ear.check();
    }
  }

  private Next look(Next.Look look) {
    var found = effect.look(operation(), new Looking(started(), asked, spent));
    outages.restore();
    return switch (found) {
      case Found.Done f -> new Next.Done();
      case Found.Task f -> {
        ledger.tracked(name, f.upid());
        yield new Next.Await(f.upid(), false);
      }
      case Found.Unclear f -> unclear(look, f);
      case Found.Foreign f -> collision("VMID %s is taken".formatted(operation().vmid()));
      case Found.Nothing f ->
          look.taken()
              ? collision(
                  "VMID %s is taken: a guest on another node has it, or a volume of it is left"
                      .formatted(operation().vmid()))
              : new Next.Ask();
    };
  }

  private Next unclear(Next.Look look, Found.Unclear found) {
    if (found.sure()) {
      waits.show(found.why());
      ear.listen(BETWEEN_LOOKS);
      ear.leaveIfStopping();
      return look;
    }
    var wait = doubts.next();
    if (wait.isEmpty()) {
      return stuck(found);
    }
    waits.pause(found.why(), wait.get(), false);
    return look;
  }

  private Next stuck(Found.Unclear found) {
    var state = means.hypervisor().state(operation().guest());
    if (state.filter(s -> GuestMaking.ours(operation(), s)).isPresent()) {
      throw new Halt.Failed(
          "locked",
          "%s stays %s and no task works on it".formatted(operation().guest(), found.why()));
    }
    return collision("VMID %s is taken, %s".formatted(operation().vmid(), found.why()));
  }

  private Next collision(String message) {
    var operation = operation();
    tried.add(operation.vmid());
    collisions++;
    if (!operation.vmidChosen() || collisions > MOST_COLLISIONS) {
      throw new Halt.Failed("vmid-in-use", message);
    }
    try {
      tried.addAll(means.taken().get());
      ledger.renumber(new VmidChoice.Free(means.settings().vmids(), tried));
    } catch (Refusal e) {
      throw new Halt.Failed("vmid-in-use", message + "; " + e.getMessage());
    }
    maybeAsked = false;
    return new Next.Ask();
  }

  private Next await(Next.Await next) {
    if (ticket == null) {
      ticket = means.lanes().join(effect.lanes(operation()), ear.signal());
    }
    var fixed = effect.interruptible() ? null : "cannot be cancelled any more; it ends by itself";
    var wait = new TaskWait(means, ledger, ear, next.task(), fixed);
    return switch (wait.result()) {
      case TaskResult.Vanished r ->
          new Next.Doubt("task-lost", said("Proxmox does not know its task any more"));
      case TaskResult.Ended r ->
          switch (r.end()) {
            case TaskEnd.Ok end -> {
              ending.ok(next.task());
              yield ended(next);
            }
            case TaskEnd.Warnings end -> {
              ending.warned(next.task(), end.count());
              yield ended(next);
            }
            case TaskEnd.Failed end -> failed(next.task(), end.text(), wait.interrupted());
          };
    };
  }

  private Next ended(Next.Await next) {
    if (next.task().type().startsWith("ha")) {
      return new Next.Settle();
    }
    return effect.needsProof() && !next.proven() ? new Next.Prove() : new Next.Done();
  }

  private Next failed(Upid task, String text, boolean interrupted) {
    spent.add(task);
    if (interrupted) {
      throw new Halt.Cancelled();
    }
    var holder = TaskText.lockHolder(text);
    if (holder.isPresent()) {
      waits.await(locks, "locked by " + holder.get(), "locked", said(text), true);
      // Its task may have failed while a second one of ours began: look, do not just ask again.
      maybeAsked = true;
      return new Next.Look(false);
    }
    if (TaskText.taken(text)) {
      return collision(text);
    }
    if (TaskText.soAlready(text)) {
      return new Next.Doubt("task-failed", said(text));
    }
    throw new Halt.Failed("task-failed", said(ending.explained(task, text)));
  }

  private Next prove() {
    return effect.holds(operation()) ? new Next.Done() : new Next.Look(true);
  }

  private Next doubt(Next.Doubt doubt) {
    if (!effect.holds(operation())) {
      throw new Halt.Failed(doubt.type(), doubt.message());
    }
    if (!maybeAsked) {
      effect.already(operation()).ifPresent(w -> ledger.warned(List.of(w)));
    }
    return new Next.Done();
  }

  private Next settle() {
    if (effect.holds(operation())) {
      return new Next.Done();
    }
    waits.await(ha, "for the HA manager", "ha-timeout", said("the HA manager did not do it"), true);
    return new Next.Settle();
  }

  private Next recover(Next next, HypervisorFailure failure) {
    var message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case HypervisorFailure.Locked e -> {
        waits.await(locks, "locked by " + e.holder(), "locked", said(message), !maybeAsked);
        yield next;
      }
      case HypervisorFailure.Unreachable e -> {
        waits.await(outages, "for Proxmox: " + message, "unreachable", said(message), !maybeAsked);
        yield next;
      }
      case HypervisorFailure.AnswerLost e -> {
        maybeAsked |= next instanceof Next.Ask;
        waits.await(outages, "for Proxmox: " + message, "unreachable", said(message), false);
        yield next instanceof Next.Ask ? new Next.Look(false) : next;
      }
      case HypervisorFailure.Exists e -> maybeAsked ? new Next.Look(true) : collision(message);
      case HypervisorFailure.Absent e -> new Next.Doubt("not-found", said(message));
      case HypervisorFailure.WrongState e -> new Next.Doubt("wrong-state", said(message));
      case HypervisorFailure.Refused e ->
          throw new Halt.Failed("refused", said(ending.withParameters(e)));
      case HypervisorFailure.Forbidden e -> throw new Halt.Failed("forbidden", said(message));
    };
  }

  private String said(String reason) {
    return "could not %s: %s".formatted(effect.doing(operation()), reason);
  }

  private Operation operation() {
    return ledger.operation();
  }
}
