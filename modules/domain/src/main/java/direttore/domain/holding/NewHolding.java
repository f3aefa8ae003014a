package direttore.domain.holding;

import direttore.domain.access.TeamName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose something is that an order is to make, from the order on. */
public sealed interface NewHolding {
  /** Somebody's. Whoever has it until then has it again if nothing comes of the order. */
  record Ordered(UUID person, @Nullable TeamName team) implements NewHolding {}

  /** Whose an earlier order's was: whoever repeats an order for somebody helps. */
  record Continued(Subject from) implements NewHolding {}

  /** Nobody's: nobody signed in. Whoever has it keeps it until it is made. */
  record OfNobody() implements NewHolding {}

  /**
   * What is known of the order that another repeats.
   *
   * @param person who gave the first of them all, or null where nobody signed in
   * @param team the team that was to have it too, or null
   * @param theirs what is held by the repeated order, or null
   * @param held whether somebody has what the repeating order is about
   */
  record Repeated(
      @Nullable UUID person, @Nullable TeamName team, @Nullable Subject theirs, boolean held) {}

  /** Of an order that repeats none. */
  static NewHolding of(Submission submission) {
    return ordered(submission.by().actor().person().orElse(null), submission.team());
  }

  /** Of an order that repeats another, as an operation. */
  static NewHolding of(Operation operation, Submission submission, Repeated earlier) {
    var theirs = earlier.theirs();
    if (theirs != null) {
      return new Continued(theirs);
    }
    if (earlier.held() && goesOn(operation)) {
      return new Continued(operation.order().subject());
    }
    var first = earlier.person();
    return ordered(
        first == null ? submission.by().actor().person().orElse(null) : first, earlier.team());
  }

  /** Whether it goes on in what the repeated order has made. */
  private static boolean goesOn(Operation operation) {
    return operation.steps().stream().anyMatch(step -> step.state() == Step.State.DONE);
  }

  private static NewHolding ordered(@Nullable UUID person, @Nullable TeamName team) {
    return person == null ? new OfNobody() : new Ordered(person, team);
  }
}
