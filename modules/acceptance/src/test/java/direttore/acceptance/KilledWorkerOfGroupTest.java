package direttore.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.group.MemberState;
import direttore.simulator.fault.Gate;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A group of three guests is made and started in waves of two, and the worker process is killed on
 * the way; another goes on.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class KilledWorkerOfGroupTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final int MANY = 3;
  private static final int POINTS = 12;
  private WorkerLab lab;
  private KilledWorker worker;
  private int requests;

  @BeforeAll
  void open(@TempDir Path folder) {
    lab = WorkerLab.open(folder);
    worker = KilledWorker.of(lab);
    var group = lab.orderGroup(MANY, 2);
    awaitEnd(group);
    assertMade(group, "undisturbed");
    requests = lab.simulator().traffic().latest().size();
  }

  @AfterAll
  void close() {
    worker.close();
    lab.close();
  }

  @TestFactory
  Stream<DynamicTest> madeOnceWhereverTheWorkerIsKilled() {
    return worker.struck(POINTS, requests, this::killAt);
  }

  private void killAt(Gate gate, String where) {
    var group = lab.orderGroup(MANY, 2);
    await().atMost(PATIENCE).until(() -> gate.reached() || lab.groupEnded(group));

    worker.die(gate);

    awaitEnd(group);
    assertMade(group, where);
  }

  private void awaitEnd(UUID group) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> lab.groupEnded(group));
  }

  /** Three guests, each made once and started once. */
  private void assertMade(UUID group, String where) {
    var progress = lab.group(group);
    assertThat(progress.counts()).as(where).isEqualTo(Map.of(MemberState.SUCCEEDED, MANY));
    var vmids =
        IntStream.range(0, MANY)
            .map(member -> requireNonNull(progress.part(member).operation()).guest().vmid().value())
            .boxed()
            .toList();
    assertThat(vmids).as(where).doesNotHaveDuplicates();
    for (var vmid : vmids) {
      var guests = lab.pve().guests(WorkerLab.NODE.value(), vmid);
      assertThat(guests).as(where).hasSize(1);
      assertThat(guests.getFirst().path("status").asText()).as(where).isEqualTo("running");
      assertThat(lab.wellEnded("vzcreate", vmid)).as(where).isEqualTo(1);
      assertThat(lab.wellEnded("vzstart", vmid)).as(where).isEqualTo(1);
      assertThat(lab.pve().volumes(WorkerLab.NODE.value(), vmid)).as(where).hasSize(1);
    }
  }
}
