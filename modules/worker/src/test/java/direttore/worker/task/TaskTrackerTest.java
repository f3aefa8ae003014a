package direttore.worker.task;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.Upid;
import direttore.domain.time.Signal;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TaskTrackerTest {
  private final SteppingTime time = new SteppingTime();
  private final TaskCluster cluster = new TaskCluster(time);
  private final TaskTracker tracker = new TaskTracker(cluster, time, Runnable::run);
  private final Signal signal = time.signal();
  private Instant next = time.now();

  TaskTrackerTest() {
    time.each(() -> {
      if (!time.now().isBefore(next)) {
        next = time.now().plus(tracker.look());
      }
    });
  }

  @Test
  void theEndOfASingleTaskIsSeenWithin300Milliseconds() {
    var task = track(cluster.begin("pve1", Duration.ofSeconds(5)));

    time.pass(Duration.ofMillis(5300));

    assertThat(task.result()).isEqualTo(new TaskResult.Ended(new TaskEnd.Ok()));
  }

  @Test
  void theEndOfOneAmongFewIsSeenWithin400Milliseconds() {
    var task = track(cluster.begin("pve1", Duration.ofSeconds(5)));
    for (var i = 0; i < 5; i++) {
      track(cluster.begin("pve2", Duration.ofMinutes(5)));
    }

    time.pass(Duration.ofMillis(5400));

    assertThat(task.result()).isNotNull();
  }

  @Test
  void aThousandTasksCostLessThanEightRequestsASecond() {
    var tasks = new ArrayList<Tracking>();
    for (var i = 0; i < 1000; i++) {
      tasks.add(track(cluster.begin("pve" + i % 4, Duration.ofMillis(10_000 + 20L * i))));
    }

    time.pass(Duration.ofSeconds(45));

    assertThat(tasks).allSatisfy(t -> assertThat(t.result()).isNotNull());
    assertThat(cluster.mostRequestsInASecond()).isLessThan(10);
  }

  @Test
  void aThousandTasksOnManyNodesWithAnIncompleteListAreAllSeenToTheirEnd() {
    cluster.listed = 25;
    var tasks = new ArrayList<Tracking>();
    for (var i = 0; i < 1000; i++) {
      tasks.add(track(cluster.begin("pve" + i % 32, Duration.ofSeconds(10))));
    }

    time.pass(Duration.ofSeconds(60));

    assertThat(tasks).allSatisfy(t -> assertThat(t.result()).isNotNull());
    assertThat(cluster.mostRequestsInASecond()).isLessThan(10);
  }

  @Test
  void aWatchedTaskCostsOneListAtATimeAndItsLogNowAndThen() {
    tracker.track(cluster.begin("pve1", Duration.ofHours(1)), () -> true, signal);

    time.pass(Duration.ofMinutes(1));
    var first = cluster.requests.size();
    time.pass(Duration.ofMinutes(1));

    assertThat(cluster.lists).as("lists in two minutes").isBetween(60, 100);
    assertThat(first).as("all requests in the first minute").isLessThan(130);
    assertThat(cluster.requests.size() - first).as("and in the second").isLessThan(50);
  }

  @Test
  void aTaskThatTheListDoesNotShowIsAskedForItself() {
    cluster.listed = 0;
    var task = track(cluster.begin("pve1", Duration.ofSeconds(1)));

    time.pass(Duration.ofMillis(1300));

    assertThat(task.result()).isEqualTo(new TaskResult.Ended(new TaskEnd.Ok()));
  }

  @Test
  void aListThatLiesIsNotBelievedForLong() {
    var task = track(cluster.begin("pve1", Duration.ofSeconds(5)));
    cluster.stale = true;

    time.pass(Duration.ofSeconds(9));

    assertThat(task.result()).isEqualTo(new TaskResult.Ended(new TaskEnd.Ok()));
  }

  @Test
  void oldTasksAreLookedAtRarely() {
    track(cluster.begin("pve1", Duration.ofHours(5)));
    time.pass(Duration.ofMinutes(30));
    cluster.requests.clear();

    time.pass(Duration.ofMinutes(1));

    assertThat(cluster.requests.size()).isBetween(10, 15);
  }

  @Test
  void aTaskThatItsNodeDoesNotKnowHasVanished() {
    var task = track(cluster.begin("pve1", Duration.ofSeconds(5)));

    cluster.tasks.clear();
    time.pass(Duration.ofSeconds(1));

    assertThat(task.result()).isEqualTo(new TaskResult.Vanished());
  }

  @Test
  void anOutageIsToldAndSurvived() {
    var task = track(cluster.begin("pve1", Duration.ofSeconds(5)));
    track(cluster.begin("pve1", Duration.ofSeconds(5)));
    cluster.failure = new HypervisorFailure.Unreachable("no route to host", null);
    time.pass(Duration.ofSeconds(10));
    var during = task.news().trouble();

    cluster.failure = null;
    time.pass(Duration.ofSeconds(10));

    assertThat(during).contains("no route to host");
    assertThat(task.result()).isNotNull();
  }

  @Test
  void aDeadNodeDelaysOnlyItsOwnTasks() {
    var dead = track(cluster.begin("pve1", Duration.ofSeconds(5)));
    var alive = track(cluster.begin("pve2", Duration.ofSeconds(5)));
    cluster.deadNode = "pve1";

    time.pass(Duration.ofMillis(5400));

    assertThat(alive.result()).isNotNull();
    assertThat(dead.result()).isNull();
    assertThat(dead.news().trouble()).contains("no route to pve1");
  }

  @Test
  void aRequestThatHangsKeepsNoOtherNodeWaiting() {
    var hanging = new ArrayList<Runnable>();
    var patient = new TaskTracker(cluster, time, hanging::add);
    cluster.deadNode = "pve1";
    patient.track(cluster.begin("pve1", Duration.ofSeconds(1)), () -> false, signal);
    var alive = patient.track(cluster.begin("pve2", Duration.ofSeconds(1)), () -> false, signal);
    time.pass(Duration.ofSeconds(4));
    patient.look();
    time.pass(Duration.ofSeconds(4));

    patient.look();

    assertThat(alive.result()).isNotNull();
    assertThat(hanging).hasSize(1);
  }

  @Test
  void onlyTheLogsOfWatchedTasksAreRead() {
    var watched = cluster.begin("pve1", Duration.ofSeconds(30));
    cluster.log = List.of("transferred 1.0 GiB of 4.0 GiB (25.00%)");
    var seen = tracker.track(watched, () -> true, signal);
    track(cluster.begin("pve1", Duration.ofSeconds(30)));

    time.pass(Duration.ofSeconds(5));

    assertThat(seen.news().progress()).isEqualTo(0.25);
    assertThat(cluster.logsRead).isNotEmpty().containsOnly(watched);
  }

  @Test
  void nothingIsAskedWhenNothingRuns() {
    track(cluster.begin("pve1", Duration.ofSeconds(1))).close();

    time.pass(Duration.ofMinutes(1));

    assertThat(cluster.requests).isEmpty();
  }

  @Test
  void theLastFigureOfALogIsItsProgress() {
    assertThat(Percent.in(List.of("10% done", "progress 45.5 %", "almost"))).isEqualTo(0.455);
    assertThat(Percent.in(List.of("no figure", "400%"))).isNull();
  }

  private Tracking track(Upid task) {
    return tracker.track(task, () -> false, Objects.requireNonNull(signal));
  }
}
