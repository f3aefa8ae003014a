package direttore.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may send after the question mark and in bodies. */
class ParametersTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/operations?node=, node",
    "/api/operations?status=, status",
    "'/api/operations?status=queued,', status",
    "/api/operations?limit, limit",
    "/api/operations?limit=0, limit",
    "/api/operations?limit=201, limit",
    "/api/operations?limit=99999999999, limit",
    "/api/operations?since=2026-13-01T09:00:00Z, since",
    "/api/audit?limit=201, limit",
    "/api/audit?who=, who",
    "/api/proxmox/guests?vmid=, vmid",
    "/api/proxmox/nodes/pve1/tasks?limit=501, limit"
  })
  void refusesEmptyAndUnboundedOnesByName(String path, String field) {
    var answer = api.client().get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void takesADateWithAnyOffset() {
    assertThat(api.client().get("/api/operations?since=2026-03-01T09:00:00%2B23:30").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "4.0", "4e0"})
  void takesAWholeNumberHoweverItIsWritten(String cores) {
    var answer = order(cores);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.5", "1e300", "\"4\"", "true"})
  void refusesWhatIsNoWholeNumber(String cores) {
    assertThat(order(cores).field()).isEqualTo("cores");
  }

  private Answer order(String cores) {
    return api.client()
        .post(
            "/api/proxmox/nodes/pve1/vms?check=true",
            "{\"name\":\"web\",\"storage\":\"local-lvm\",\"disk\":\"8G\",\"cores\":" + cores + "}");
  }
}
