package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.domain.access.Grant;
import direttore.domain.access.Owner;
import direttore.domain.access.Role;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.JobQueue;
import direttore.domain.provision.OwnerSweep;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerSweepTest {
  private static final JobQueue NO_QUEUE =
      new JobQueue() {
        @Override
        public void enqueue(UUID operation) {}

        @Override
        public void revive(UUID operation) {}
      };

  private final TestApi api = new TestApi();

  @BeforeEach
  void owners() {
    var ana = api.access.person("ana", Grant.everywhere(Role.USER));
    api.access.give(100, ana);
    api.access.give(4711, ana);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private List<Integer> swept(Duration later) {
    var clock = Clock.fixed(FakeOperations.NOW.plus(later), ZoneOffset.UTC);
    new OwnerSweep(api.cluster, api.access.owners(), new Dispatch(api.operations, NO_QUEUE), clock)
        .sweep();
    return api.access.owners().all().stream().map(Owner::vmid).map(v -> v.value()).toList();
  }

  @Test
  void whoseGuestIsGoneOwnsNothing() {
    assertThat(swept(Duration.ofHours(1))).containsExactly(100);
  }

  @Test
  void aGuestThatWasOrderedAMomentAgoIsWaitedFor() {
    assertThat(swept(Duration.ofMinutes(1))).containsExactly(100, 4711);
  }

  @Test
  void whatIsNotKnownNowIsNotSwept() {
    api.cluster.trouble = "nobody answers";

    assertThat(swept(Duration.ofHours(1))).containsExactly(100, 4711);
  }
}
