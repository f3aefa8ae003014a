package direttore.worker.operation;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How addresses are given. */
record AddressFamily(AddressBook book) implements Family {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  @Override
  public boolean has(Order order) {
    return order instanceof AddressOrder;
  }

  @Override
  public Effect effect(Work work, Step step) {
    return switch ((AddressOrder.Kind) step.kind()) {
      case RESERVE -> new Reserve(book);
      case PUBLISH -> new Publish(book, work);
      case CHECK -> new Check(book);
    };
  }

  private static AddressOrder order(Operation operation) {
    return (AddressOrder) operation.order();
  }

  /** Done at once, and taken back at once. */
  private record Reserve(AddressBook book) implements Effect {
    @Override
    public Optional<Undo> undo(Failure why) {
      return Optional.of(operation -> {
        if (!holds(operation)) {
          return new Undone.Gone("");
        }
        book.release(order(operation).address());
        return new Undone.Gone("the reservation was given back");
      });
    }

    @Override
    public String doing(Operation operation) {
      return "reserve " + order(operation).address();
    }

    @Override
    public @Nullable Handle ask(Operation operation) {
      book.reserve(order(operation).address(), order(operation).name());
      return null;
    }

    @Override
    public Found look(Operation operation, Evidence evidence) {
      return holds(operation) ? new Found.Done() : new Found.Nothing();
    }

    @Override
    public boolean holds(Operation operation) {
      return order(operation).name().equals(book.holder(order(operation).address()));
    }
  }

  /** Done by a job of the address book, which is known by its id. */
  private record Publish(AddressBook book, Work work) implements Effect {
    @Override
    public Optional<Undo> undo(Failure why) {
      return Optional.of(operation -> {
        var address = order(operation).address();
        if (book.job(address).isEmpty()) {
          return new Undone.Gone("");
        }
        if (book.pinned) {
          return new Undone.Kept(address + " stays published: it is pinned", null);
        }
        book.withdraw(address);
        return new Undone.Gone("it was withdrawn");
      });
    }

    @Override
    public String doing(Operation operation) {
      return "publish " + order(operation).address();
    }

    @Override
    public Handle ask(Operation operation) {
      return job(book.publish(order(operation).address(), order(operation).name()));
    }

    private static Handle job(String id) {
      return new Handle.Reference(AddressBook.NAME, id);
    }

    @Override
    public Found look(Operation operation, Evidence evidence) {
      return book.job(order(operation).address())
          .<Found>map(id -> new Found.Tracked(job(id)))
          .orElseGet(Found.Nothing::new);
    }

    @Override
    public boolean holds(Operation operation) {
      return book.isPublished(order(operation).address());
    }

    @Override
    public Next await(Next.Await asked) {
      while (!holds(work.operation())) {
        work.waits().pause("for the job of the address book", BETWEEN_LOOKS, true);
      }
      return new Next.Done();
    }
  }

  /** Nothing is done: it is so, or the order fails. */
  private record Check(AddressBook book) implements Effect {
    @Override
    public String doing(Operation operation) {
      return "reach " + order(operation).address();
    }

    @Override
    public @Nullable Handle ask(Operation operation) {
      if (!book.answers()) {
        throw new RunStop.Failed("silent", couldNot(operation, "it does not answer"));
      }
      return null;
    }

    @Override
    public Found look(Operation operation, Evidence evidence) {
      return new Found.Nothing();
    }

    @Override
    public boolean holds(Operation operation) {
      return false;
    }
  }
}
