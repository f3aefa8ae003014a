package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The way back of an operation that ends early: what its steps did is taken back in reverse, where
 * their effects say how. The row says so before, so that another worker goes on with that, and
 * after each step.
 */
final class Unwinding {
  private final Work work;
  private final Family family;

  private record Part(String step, Undo undo) {}

  Unwinding(Work work, Family family) {
    this.work = work;
    this.family = family;
  }

  /** Takes back what there is; answers why the operation ends, with what there is to say of it. */
  Failure carryOut(Failure why) {
    var parts = parts(why);
    if (!parts.isEmpty() && work.operation().failure() == null) {
      work.ledger().ending(why);
    }
    var said = why;
    var kept = new ArrayList<Undone.Kept>();
    for (var part : parts) {
      switch (takeBack(part.undo())) {
        case Undone.Gone gone -> {
          said = said.and(gone.words());
          work.ledger().undone(part.step(), said);
        }
        case Undone.Kept left -> kept.add(left);
      }
    }
    for (var left : kept) {
      said = said.and(left.words());
      said = left.left() == null ? said : said.leaving(left.left());
    }
    return said;
  }

  private List<Part> parts(Failure why) {
    var parts = new ArrayList<Part>();
    for (var step : work.operation().steps().reversed()) {
      if (step.state() == Step.State.RUNNING || step.state() == Step.State.DONE) {
        family
            .effect(work, step)
            .undo(why)
            .ifPresent(undo -> parts.add(new Part(step.key(), undo)));
      }
    }
    return parts;
  }

  private Undone takeBack(Undo undo) {
    return work.patiently(
        () -> {
          work.waits().forPresence();
          work.ledger().confirm();
          return undo.takeBack(operation());
        },
        failure -> undo.unseen(operation(), failure));
  }

  private Operation operation() {
    return work.operation();
  }
}
