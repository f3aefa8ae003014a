package direttore.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskRoutesTest {
  private static final Upid TASK =
      new Upid("UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam!direttore:");
  private static final String PATH = "/api/proxmox/tasks/pve1/";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private void report(@Nullable TaskEnd end) {
    api.cluster.tasks.put(TASK, new TaskReport(TASK, end, end == null ? null : FakeOperations.NOW));
    api.cluster.logs.put(
        TASK, List.of("create full clone", "transferred 2.0 GiB of 8.0 GiB (25.00%)"));
  }

  @Test
  void sendsThePartOfTheLogThatIsAskedFor() {
    report(null);

    var log = api.client().get(PATH + TASK + "/log?start=1&limit=5").json();

    assertThat(log.get("total").asInt()).isEqualTo(2);
    assertThat(log.get("start").asInt()).isEqualTo(1);
    assertThat(log.get("lines")).hasSize(1);
    assertThat(log.get("lines").get(0).asText()).startsWith("transferred");
    assertThat(api.client().get(PATH + TASK + "/log?start=-1").field()).isEqualTo("start");
    assertThat(api.client().get(PATH + TASK + "/log?limit=0").field()).isEqualTo("limit");
  }

  @Test
  void listsTheTasksOfANodeOrOfAGuest() {
    report(new TaskEnd.Ok());

    var tasks = api.client().get("/api/proxmox/nodes/pve1/tasks?vmid=900").json();

    assertThat(tasks).hasSize(1);
    assertThat(tasks.get(0).get("type").asText()).isEqualTo("qmclone");
    assertThat(tasks.get(0).get("exitstatus").asText()).isEqualTo("OK");
    assertThat(api.client().get("/api/proxmox/nodes/pve1/tasks?vmid=901").json()).isEmpty();
    assertThat(api.client().get("/api/proxmox/nodes/pve9/tasks").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam!direttore:",
        "UPID%3Apve1%3A0000C3D4%3A0012D687%3A68E0A1B2%3Aqmclone%3A900%3Aroot%40pam%21direttore%3A",
        "UPID%3apve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam%21direttore%3a",
      })
  void understandsEncodedAndPlainIds(String id) {
    report(null);

    var task = api.client().get(PATH + id).json();

    assertThat(task.get("upid").asText()).isEqualTo(TASK.value());
    assertThat(task.get("status").asText()).isEqualTo("running");
    assertThat(task.get("exitstatus").isNull()).isTrue();
    assertThat(task.get("progress").asDouble()).isEqualTo(0.25);
    assertThat(task.get("log")).hasSize(2);
  }

  @Test
  void tellsHowATaskEnded() {
    report(new TaskEnd.Warnings(2));
    assertThat(get("").get("exitstatus").asText()).isEqualTo("WARNINGS: 2");
    assertThat(get("").get("status").asText()).isEqualTo("stopped");
    assertThat(get("").get("progress").asDouble()).isEqualTo(1.0);

    report(new TaskEnd.Failed("got timeout"));
    assertThat(get("").get("exitstatus").asText()).isEqualTo("got timeout");

    report(new TaskEnd.Ok());
    assertThat(get("").get("exitstatus").asText()).isEqualTo("OK");
  }

  @Test
  void sendsAsManyLinesAsAskedFor() {
    report(null);

    assertThat(get("?lines=1").get("log")).hasSize(1);
    assertThat(get("?lines=0").get("log")).isEmpty();
    assertThat(api.client().get(PATH + TASK + "?lines=1001").field()).isEqualTo("lines");
  }

  private JsonNode get(String query) {
    return api.client().get(PATH + TASK + query).json();
  }

  @Test
  void doesNotFindATaskThatNobodyKnows() {
    assertThat(api.client().get(PATH + TASK).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam!direttore",
        "UPID:pve2:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam!direttore:",
        "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam%20%20:",
      })
  void refusesWhatIsNoTaskOfTheNode(String id) {
    assertThat(api.client().get(PATH + id).field()).isEqualTo("upid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2fnodes",
        "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:a%2Fb:",
        "UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmclone:900:root@pam:%2fstatus",
      })
  void neverTakesAnEncodedSlashForPartOfAnId(String id) {
    assertThat(api.client().get(PATH + id).status()).isIn(400, 404);
  }
}
