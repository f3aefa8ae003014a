package direttore.simulator.pve.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.simulator.clock.ManualClock;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.TestLab;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks in a lab whose time stands still until a test moves it. */
final class TaskTest {
  private static final String TASKS = "/nodes/pve1/tasks";
  private ManualClock clock;
  private TestLab lab;

  @BeforeEach
  void start() {
    clock = TaskClock.manual(Instant.parse("2026-11-23T08:00:00Z"));
    lab = new TestLab(PveOptions.forTests().withClock(clock).withTask(Duration.ofSeconds(2)));
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void namesTasksAsProxmoxDoes() {
    var upid = create(150);

    assertThat(upid)
        .matches("UPID:pve1:[0-9A-F]{8}:[0-9A-F]{8,9}:6B03F280:qmcreate:150:root@pam!direttore:");
    var status = lab.get(TASKS + "/" + upid + "/status").data();
    assertThat(status.path("user").asText()).isEqualTo("root@pam");
    assertThat(status.path("tokenid").asText()).isEqualTo("direttore");
  }

  @Test
  void runsUntilItsTimeHasPassed() {
    var upid = create(150);
    assertThat(status(upid)).isEqualTo("running");
    assertThat(lab.get(TASKS + "/" + upid + "/log").data().get(0).path("t").asText())
        .isEqualTo("no content");

    clock.advance(Duration.ofSeconds(3));

    await().until(() -> status(upid).equals("stopped"));
    assertThat(lab.get(TASKS + "/" + upid + "/status").data().path("exitstatus").asText())
        .isEqualTo("OK");
  }

  @Test
  void listsRunningTasksOnlyWhenAskedForThem() {
    var upid = create(150);

    assertThat(lab.get(TASKS).data()).isEmpty();
    assertThat(lab.get(TASKS + "?source=active").data().get(0).path("status").asText())
        .isEqualTo("RUNNING");
    assertThat(lab.get("/cluster/tasks").data().get(0).path("upid").asText()).isEqualTo(upid);
    assertThat(lab.get("/cluster/tasks").data().get(0).has("endtime")).isFalse();
  }

  @Test
  void filtersAndCountsFinishedTasks() {
    lab.simulator().faults().failNextTask("qmstart", "no luck");
    finished(lab.post("/nodes/pve1/qemu/206/status/start", Map.of()));
    finished(lab.post("/nodes/pve1/qemu/206/status/stop", Map.of()));

    assertThat(lab.get(TASKS + "?errors=1").data()).hasSize(1);
    assertThat(lab.get(TASKS + "?typefilter=qmstop").data()).hasSize(1);
    assertThat(lab.get(TASKS + "?limit=1").data()).hasSize(1);
    assertThat(lab.get(TASKS + "?limit=0").data()).isEmpty();
    assertThat(lab.get(TASKS + "?limit=0").document().path("total").asInt()).isEqualTo(2);
    assertThat(lab.get(TASKS + "?vmid=1").data()).isEmpty();
  }

  @Test
  void pagesLogs() {
    var upid = finished(lab.post("/nodes/pve1/qemu/206/status/stop", Map.of()));

    assertThat(lab.get(TASKS + "/" + upid + "/log?start=5").data()).isEmpty();
    assertThat(lab.get(TASKS + "/" + upid + "/log?start=0&limit=1").data().get(0).path("n").asInt())
        .isEqualTo(1);
  }

  @Test
  void knowsNoOtherTasks() {
    var unknown = "UPID:pve1:00000001:00000001:6B03BF3A:qmstart:100:root@pam:";

    assertThat(lab.get(TASKS + "/" + unknown + "/status").error("upid")).isEqualTo("no such task");
    assertThat(lab.get(TASKS + "/garbage/status").error("upid"))
        .isEqualTo("unable to parse worker upid");
  }

  @Test
  void stopsARunningTaskAndUndoesWhatItMade() {
    var upid = create(150);

    assertThat(lab.delete(TASKS + "/" + upid).data().isNull()).isTrue();

    await().until(() -> status(upid).equals("stopped"));
    assertThat(lab.get(TASKS + "/" + upid + "/status").data().path("exitstatus").asText())
        .isEqualTo("received interrupt");
    assertThat(lab.get("/cluster/nextid?vmid=150").status()).isEqualTo(200);
    assertThat(lab.delete(TASKS + "/" + upid).data().isNull()).isTrue();
  }

  @Test
  void endsWithWarningsWhenOrdered() {
    lab.simulator().faults().warnNextTask("qmstop", 2);

    var upid = finished(lab.post("/nodes/pve1/qemu/206/status/stop", Map.of()));

    assertThat(lab.get(TASKS + "/" + upid + "/status").data().path("exitstatus").asText())
        .isEqualTo("WARNINGS: 2");
  }

  @Test
  void queuesOnTheLockOfAGuestForTenSeconds() {
    finished(lab.post("/nodes/pve1/qemu", Map.of("vmid", 150)));
    finished(lab.post("/nodes/pve1/qemu/150/status/start", Map.of()));
    lab.post("/nodes/pve1/qemu/150/status/shutdown", Map.of("timeout", 60));
    await().until(() -> clock.sleepers() == 1);
    var stop = lab.post("/nodes/pve1/qemu/150/status/stop", Map.of()).data().asText();
    await()
        .until(() ->
            lab.get(TASKS + "/" + stop + "/log")
                .data()
                .get(0)
                .path("t")
                .asText()
                .equals("trying to acquire lock..."));

    clock.advance(Duration.ofSeconds(11));

    await().until(() -> status(stop).equals("stopped"));
    assertThat(lab.get(TASKS + "/" + stop + "/status").data().path("exitstatus").asText())
        .isEqualTo("can't lock file '/var/lock/qemu-server/lock-150.conf' - got timeout");
  }

  @Test
  void queuesOnTheLockOfAStorage() {
    var first = create(160);
    var second = create(161);
    await().until(() -> clock.sleepers() == 2);

    clock.advance(Duration.ofMinutes(2));

    await()
        .until(() -> {
          // Whoever is woken before the lock is free goes to sleep once more.
          clock.advance(Duration.ofSeconds(1));
          return status(first).equals("stopped") && status(second).equals("stopped");
        });
    assertThat(lab.get("/nodes/pve1/qemu/160/config").status()).isEqualTo(200);
    assertThat(lab.get("/nodes/pve1/qemu/161/config").status()).isEqualTo(200);
  }

  private String create(int vmid) {
    var form = Map.of("vmid", vmid, "scsi0", "local-lvm:4");
    return lab.post("/nodes/pve1/qemu", form).data().asText();
  }

  private String finished(TestLab.Reply started) {
    var upid = started.data().asText();
    await()
        .until(() -> {
          clock.advance(Duration.ofSeconds(1));
          return status(upid).equals("stopped");
        });
    return upid;
  }

  private String status(String upid) {
    return lab.get(TASKS + "/" + upid + "/status").data().path("status").asText();
  }
}
