package direttore.proxmox.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.node.NodeName;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.proxmox.Script;
import direttore.testkit.SettableClock;
import direttore.testkit.TestHost;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HypervisorTasksTest {
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final Upid TASK =
      new Upid("UPID:pve1:0000ABCD:00000002:66000000:qmcreate:1042:root@pam!t:");
  private final Script script = new Script();
  private final ProxmoxHypervisor hypervisor =
      new ProxmoxHypervisor(script.client(new SettableClock()));

  @AfterEach
  void stop() {
    script.close();
  }

  @Test
  void readsHowATaskEnded() {
    var path = "GET /nodes/pve1/tasks/%s/status".formatted(TASK);
    script.on(path, "{\"status\":\"running\"}");
    assertThat(hypervisor.task(TASK).running()).isTrue();

    script.on(path, "{\"status\":\"stopped\",\"exitstatus\":\"WARNINGS: 2\"}");
    assertThat(hypervisor.task(TASK).end()).isEqualTo(new TaskEnd.Warnings(2));

    script.on(path, "{\"status\":\"stopped\",\"exitstatus\":\"unexpected status\"}");
    assertThat(hypervisor.task(TASK).end()).isEqualTo(new TaskEnd.Failed("unexpected status"));
  }

  @Test
  void listsTasksWhetherTheyRunOrEnded() {
    var row = "{\"upid\":\"%s\",\"starttime\":1711276032".formatted(TASK);
    script
        .on("GET /cluster/tasks", "[%s}]".formatted(row))
        .on(
            "GET /nodes/pve1/tasks?limit=10",
            "[%s,\"endtime\":\"1711276050\",\"status\":\"OK\"}]".formatted(row))
        .on(
            "GET /nodes/pve1/tasks?source=all&since=1711276000&start=0&limit=500",
            "[%s,\"status\":\"RUNNING\"}]".formatted(row));
    var ended = Instant.ofEpochSecond(1711276050);

    assertThat(hypervisor.recentTasks()).allMatch(TaskReport::running);
    assertThat(hypervisor.endedTasks(PVE1, ended, 10))
        .containsExactly(new TaskReport(TASK, new TaskEnd.Ok(), ended));
    assertThat(hypervisor.endedTasks(PVE1, ended.plusSeconds(1), 10)).isEmpty();
    assertThat(hypervisor.tasksSince(PVE1, Instant.ofEpochSecond(1711276000)))
        .allMatch(TaskReport::running);
  }

  @Test
  void readsTheEndOfALongLog() {
    var log = "GET /nodes/pve1/tasks/%s/log".formatted(TASK);
    script
        .on(log + "?start=0&limit=2", total(5, "one", "two"))
        .on(log + "?start=3&limit=2", total(5, "four", "TASK OK"));

    assertThat(hypervisor.log(TASK, 2)).containsExactly("four", "TASK OK");

    script.on(log + "?start=0&limit=2", total(1, "no content"));
    assertThat(hypervisor.log(TASK, 2)).isEmpty();
  }

  private static TestHost.Behaviour total(int total, String... lines) {
    var rows = new StringBuilder();
    for (var line : lines) {
      rows.append(rows.isEmpty() ? "" : ",").append("{\"n\":1,\"t\":\"%s\"}".formatted(line));
    }
    return TestHost.status(200, "OK", "{\"data\":[%s],\"total\":%d}".formatted(rows, total));
  }
}
