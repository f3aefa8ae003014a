package direttore.testkit;

import static direttore.testkit.Submissions.container;
import static direttore.testkit.Submissions.free;
import static direttore.testkit.Submissions.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Operations;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds for all that takes submissions, in PostgreSQL or in memory, so that no imitation
 * drifts.
 */
public abstract class SubmissionFacts<T extends Operations & IdempotencyKeys & VmidPool> {
  /** An empty one, the same throughout a test. */
  protected abstract T operations();

  private Operation added(GuestAction action, int vmid) {
    return operations().add(Submissions.of(action, vmid)).operation();
  }

  private static OperationFilter filter(
      Set<State> states, @Nullable String kind, @Nullable String after, int limit) {
    return new OperationFilter(states, kind, null, null, null, null, after, limit);
  }

  @Test
  void whatIsAddedIsQueuedAndFound() {
    var added = operations().add(Submissions.of(start(), 104));

    assertThat(added.fresh()).isTrue();
    assertThat(added.operation().state()).isEqualTo(State.QUEUED);
    assertThat(operations().find(added.operation().id())).isEqualTo(added.operation());
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> operations().find(new UUID(0, 1)));
  }

  @Test
  void aSecondChangeOfAGuestIsRefusedWhileTheFirstIsActive() {
    var first = added(start(), 104);

    assertThatExceptionOfType(Refusal.Busy.class)
        .isThrownBy(() -> added(new GuestAction.Delete(false), 104))
        .satisfies(e -> assertThat(e.operation()).isEqualTo(first.id()));
    assertThat(operations().activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(104))))
        .contains(first);

    assertThat(operations().cancel(first.id()).state()).isEqualTo(State.CANCELLED);
    assertThat(operations().activeOn(GuestOrder.subject(ClusterName.MAIN, new VmId(104))))
        .isEmpty();
    assertThat(added(new GuestAction.Delete(false), 104).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void aVmidPromisedToAnotherOperationIsInUse() {
    added(container(), 3001);

    assertThatExceptionOfType(Refusal.VmidInUse.class).isThrownBy(() -> added(container(), 3001));
  }

  @Test
  void theLowestFreeVmidIsChosen() {
    added(container(), 500);
    var choice = free(500, 503, 501);

    assertThat(operations().lowest(ClusterName.MAIN, choice)).contains(new VmId(502));
    var first = operations().add(Submissions.of(container(), choice, null, "")).operation();
    var second = operations().add(Submissions.of(container(), choice, null, "")).operation();
    assertThat(GuestOrder.guest(first).vmid()).isEqualTo(new VmId(502));
    assertThat(GuestOrder.guest(second).vmid()).isEqualTo(new VmId(503));
    assertThat(operations().lowest(ClusterName.MAIN, choice)).isEmpty();
    assertThatExceptionOfType(Refusal.VmidInUse.class)
        .isThrownBy(() -> operations().add(Submissions.of(container(), choice, null, "")));

    operations().cancel(first.id());

    assertThat(operations().lowest(ClusterName.MAIN, choice)).contains(new VmId(502));
  }

  @Test
  void theSameKeyAndRequestIsTheSameOperation() {
    var submission = Submissions.of(container(), free(500, 600), "key-1", "body");
    assertThat(operations().earlier(submission.by())).isEmpty();

    var first = operations().add(submission);
    var second = operations().add(submission);

    assertThat(first.fresh()).isTrue();
    assertThat(second.fresh()).isFalse();
    assertThat(second.operation()).isEqualTo(first.operation());
    assertThat(operations().earlier(submission.by())).contains(first.operation());
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() {
    operations().add(Submissions.of(container(), free(500, 600), "key-1", "body"));
    var other = Submissions.of(container(), free(500, 600), "key-1", "other body");

    assertThatExceptionOfType(Refusal.KeyReused.class).isThrownBy(() -> operations().add(other));
    assertThatExceptionOfType(Refusal.KeyReused.class)
        .isThrownBy(() -> operations().earlier(other.by()));
  }

  @Test
  void pagesMissNothing() {
    for (int i = 0; i < 5; i++) {
      added(start(), 200 + i);
    }

    var seen = new ArrayList<Operation>();
    String next = null;
    do {
      var page = operations().page(filter(Set.of(), null, next, 2));
      seen.addAll(page.operations());
      next = page.next();
    } while (next != null);

    assertThat(seen).extracting(Operation::id).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void filtersAreCombined() {
    added(start(), 104);
    var cancelled = added(new GuestAction.Delete(false), 105);
    operations().cancel(cancelled.id());

    assertThat(operations().page(filter(Set.of(State.CANCELLED), "delete", null, 5)).operations())
        .extracting(Operation::id)
        .containsExactly(cancelled.id());
    assertThat(operations().page(filter(Set.of(State.QUEUED), "delete", null, 5)).operations())
        .isEmpty();
  }
}
