package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.fault.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What NetBox has of guests, from the program's API to NetBox's. */
@TestInstance(Lifecycle.PER_CLASS)
class RecordsOverHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE = "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz";
  private static final String MACHINES = "virtualization/virtual-machines/";

  private NetBoxByHand netbox;
  private ServedProgram program;

  @BeforeAll
  void start(@TempDir Path folder) {
    netbox = new NetBoxByHand();
    var settings = new HashMap<>(netbox.settings("true"));
    settings.put("NETBOX_CLUSTER", "lab");
    settings.put("DIRETTORE_URL", "https://lab.example");
    program = ServedProgram.with(folder, settings);
  }

  @AfterAll
  void stop() {
    program.close();
    netbox.close();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      return program.send(null, method, path, body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private HttpResponse<String> done(String method, String path, String body) {
    var ordered = send(method, path, body);
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
    var operation = "/api/operations/" + json(ordered).path("operation").asText();
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(json(send("GET", operation, "")).path("status").asText())
                .isEqualTo("succeeded"));
    return ordered;
  }

  private void make(int vmid, String name, String nic) {
    done(
        "POST",
        "/api/proxmox/nodes/pve1/lxc",
        """
        {"vmid": %d, "hostname": "%s", "cores": 1, "memory": 256, "storage": "local-lvm",
         "disk_size": 1, "template": "%s", "nics": [%s]}
        """
            .formatted(vmid, name, TEMPLATE, nic));
  }

  private void awaitMachine(String name, ThrowingConsumer<JsonNode> right) {
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(netbox.rows(MACHINES))
                .filteredOn(row -> row.path("name").asText().equals(name))
                .singleElement()
                .satisfies(right));
  }

  private void awaitNoMachine(String name) {
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(netbox.rows(MACHINES))
                .noneMatch(row -> row.path("name").asText().equals(name)));
  }

  private JsonNode record(int vmid) {
    return json(send("GET", "/api/inventory/records", ""))
        .valueStream()
        .filter(row -> row.path("guest").path("vmid").asInt() == vmid)
        .findFirst()
        .orElseGet(JSON::createObjectNode);
  }

  @Test
  void aGuestIsInNetBoxAsLongAsItIsThere() {
    var prefix = netbox.send("POST", "ipam/prefixes/", "{\"prefix\": \"10.50.0.0/24\"}");
    var allocate = "/api/inventory/prefixes/%d/allocate".formatted(prefix.path("id").asInt());
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() -> assertThat(send("POST", allocate, "").statusCode()).isEqualTo(201));
    var held = json(send("GET", "/api/inventory/allocations", "")).path(0);
    make(
        5050,
        "web01",
        "{\"bridge\": \"vmbr0\", \"ip\": \"%s\", \"allocations\": [\"%s\"]}"
            .formatted(held.path("address").asText(), held.path("id").asText()));

    awaitMachine(
        "web01",
        row -> {
          assertThat(row.path("cluster").path("name").asText()).isEqualTo("lab");
          assertThat(row.path("status").path("value").asText()).isEqualTo("offline");
          assertThat(row.path("memory").asInt()).isEqualTo(256);
          assertThat(row.path("disk").asInt()).isEqualTo(1024);
          assertThat(row.path("comments").asText())
              .contains("https://lab.example/guests/pve1/lxc/5050");
          assertThat(row.path("primary_ip4").path("address").asText())
              .isEqualTo(held.path("address").asText());
        });
    assertThat(netbox.rows("ipam/ip-addresses/"))
        .filteredOn(row -> row.path("address").asText().equals(held.path("address").asText()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.path("status").path("value").asText()).isEqualTo("active");
          assertThat(row.path("dns_name").asText()).isEqualTo("web01");
          assertThat(row.path("assigned_object").path("name").asText()).isEqualTo("eth0");
        });
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() -> assertThat(record(5050).path("behind").asBoolean(true)).isFalse());
    var used = json(send("GET", "/api/inventory/allocations/" + held.path("id").asText(), ""));
    assertThat(used.path("state").asText()).isEqualTo("used");

    done("POST", "/api/proxmox/nodes/pve1/lxc/5050/start", "");
    awaitMachine(
        "web01", row -> assertThat(row.path("status").path("value").asText()).isEqualTo("active"));

    done("POST", "/api/proxmox/nodes/pve1/lxc/5050/delete", "{\"force\": true}");

    awaitNoMachine("web01");
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() -> assertThat(netbox.rows("ipam/ip-addresses/")).isEmpty());
    assertThat(record(5050).has("id")).isFalse();
  }

  @Test
  void aNetBoxThatIsAwayHoldsUpNoGuest() {
    netbox.simulated().faults().add(Fault.always("*", ".*", new Fault.Status(503, "away", true)));
    make(5051, "web02", "{\"bridge\": \"vmbr0\"}");
    assertThat(record(5051).path("state").asText()).isEqualTo("recording");
    assertThat(record(5051).path("behind").asBoolean()).isTrue();

    netbox.simulated().faults().clear();

    awaitMachine("web02", row -> assertThat(row.path("memory").asInt()).isEqualTo(256));
  }

  @Test
  void aGuestOfOthersIsAdoptedRepairedAndLeftAgain() {
    var guest = "{\"type\": \"qemu\", \"node\": \"pve1\", \"vmid\": %d}";
    // The lab has one that a backup holds for ever, which keeps nobody from looking at it.
    var there =
        json(send("GET", "/api/proxmox/nodes/pve1/vms", ""))
            .valueStream()
            .filter(each -> each.path("lock").asText().equals("backup"))
            .findFirst()
            .orElseThrow();
    var vmid = there.path("vmid").asInt();
    var name = there.path("name").asText();

    done("POST", "/api/inventory/records", guest.formatted(vmid));

    awaitMachine(name, row -> assertThat(row.path("description").asText()).contains("VM " + vmid));
    var again = send("POST", "/api/inventory/records", guest.formatted(vmid));
    assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
    var record = record(vmid);
    netbox.send(
        "PATCH", MACHINES + record.path("machine_id").asInt() + "/", "{\"name\": \"wrong\"}");

    var path = "/api/inventory/records/" + record.path("id").asText();
    done("POST", path + "/repair", "");
    awaitMachine(name, row -> assertThat(row.path("name").asText()).isEqualTo(name));

    done("DELETE", path, "");
    awaitNoMachine(name);
    assertThat(json(send("GET", path, "")).path("state").asText()).isEqualTo("removed");
  }

  @Test
  void whatIsNoGuestIsRefusedByItsField() {
    var wrong =
        send(
            "POST",
            "/api/inventory/records",
            "{\"type\": \"vm\", \"node\": \"pve1\", \"vmid\": 7}");

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong).path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("type", "vmid");
  }
}
