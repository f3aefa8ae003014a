package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that are held in NetBox, from the program's API to NetBox's. */
class AllocationsOverHttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE = "local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz";

  @TempDir Path folder;

  private NetBoxByHand netbox;

  @BeforeEach
  void start() {
    netbox = new NetBoxByHand();
  }

  @AfterEach
  void stop() {
    netbox.close();
  }

  private ServedProgram program() throws IOException {
    return program("true");
  }

  private ServedProgram program(String writes) throws IOException {
    return ServedProgram.with(folder, netbox.settings(writes));
  }

  private JsonNode there(String method, String path, String body) {
    return netbox.send(method, path, body);
  }

  /** A prefix with a gateway, which the program knows already. */
  private long prefix(String network) {
    return there(
            "POST",
            "ipam/prefixes/",
            "{\"prefix\": \"%s\", \"status\": \"active\"}".formatted(network))
        .path("id")
        .asLong();
  }

  private static void awaitPrefix(ServedProgram program, long prefix) {
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(send(program, "GET", "/api/inventory/prefixes/" + prefix, "").statusCode())
                .isEqualTo(200));
  }

  private static HttpResponse<String> send(
      ServedProgram program, String method, String path, String body) {
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

  private static HttpResponse<String> allocate(ServedProgram program, long prefix, String body) {
    return send(program, "POST", "/api/inventory/prefixes/%d/allocate".formatted(prefix), body);
  }

  private List<String> addressesThere() {
    return there("GET", "ipam/ip-addresses/?limit=1000", "")
        .path("results")
        .valueStream()
        .map(row -> row.path("address").asText())
        .toList();
  }

  @Test
  void anAddressIsHeldAtNetBoxAndGivenBack() throws IOException {
    var prefix = prefix("10.40.0.0/29");
    there("POST", "ipam/ip-addresses/", "{\"address\": \"10.40.0.1/29\", \"role\": \"vip\"}");
    try (var program = program()) {
      awaitPrefix(program, prefix);

      var answer = allocate(program, prefix, "{\"description\": \"for web01\"}");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      var held = json(answer);
      assertThat(held.path("address").asText()).isEqualTo("10.40.0.2/29");
      assertThat(held.path("prefix_gateway").asText()).isEqualTo("10.40.0.1");
      var location = answer.headers().firstValue("Location").orElseThrow();
      assertThat(location).endsWith(held.path("allocation").path("id").asText());
      var row = there("GET", "ipam/ip-addresses/%d/".formatted(held.path("id").asLong()), "");
      assertThat(row.path("status").path("value").asText()).isEqualTo("reserved");
      assertThat(row.path("description").asText())
          .contains("for web01", "anonymous", held.path("allocation").path("id").asText());
      assertThat(row.path("tags").path(0).path("slug").asText()).isEqualTo("direttore");

      assertThat(send(program, "DELETE", location, "").statusCode()).isEqualTo(204);

      assertThat(addressesThere()).containsExactly("10.40.0.1/29");
      assertThat(json(send(program, "GET", location, "")).path("state").asText())
          .isEqualTo("released");
    }
  }

  @Test
  void sixtyFourAtOnceAndOthersInNetBoxGetDifferentAddresses() throws Exception {
    var prefix = prefix("10.41.0.0/24");
    try (var program = program();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      awaitPrefix(program, prefix);
      var calls = new ArrayList<Callable<String>>();
      for (int i = 0; i < 64; i++) {
        var foreign = "10.41.0.%d/24".formatted(1 + i * 2);
        calls.add(() -> {
          var answer = allocate(program, prefix, "");
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
          return json(answer).path("address").asText();
        });
        if (i % 4 == 0) {
          calls.add(() -> {
            there("POST", "ipam/ip-addresses/", "{\"address\": \"%s\"}".formatted(foreign));
            return "";
          });
        }
      }

      var taken = new ArrayList<String>();
      for (var each : threads.invokeAll(calls)) {
        var address = each.get();
        if (!address.isEmpty()) {
          taken.add(address);
        }
      }

      assertThat(taken).hasSize(64).doesNotHaveDuplicates();
      assertThat(taken).noneMatch(address -> address.matches("10\\.41\\.0\\.(0|255)/24"));
      var all = addressesThere();
      assertThat(all).doesNotHaveDuplicates().containsAll(taken);
      var ours = new HashSet<String>();
      there("GET", "ipam/ip-addresses/?limit=1000&tag=direttore", "")
          .path("results")
          .forEach(row -> ours.add(row.path("address").asText()));
      assertThat(ours).containsExactlyInAnyOrderElementsOf(taken);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  @Test
  void aGuestHasItsAddressUntilItIsDeleted() throws IOException {
    var prefix = prefix("10.42.0.0/24");
    try (var program = program()) {
      awaitPrefix(program, prefix);
      var held = json(allocate(program, prefix, ""));
      var id = held.path("allocation").path("id").asText();
      var order =
          """
          {"vmid": 5042, "hostname": "web01", "cores": 1, "memory": 256, "storage": "local-lvm",
           "disk_size": 1, "template": "%s",
           "nics": [{"bridge": "vmbr0", "ip": "%s", "allocations": ["%s"]}]}
          """;

      var wrong =
          send(
              program,
              "POST",
              "/api/proxmox/nodes/pve1/lxc",
              order.formatted(TEMPLATE, "10.42.0.99/24", id));
      assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
      assertThat(json(wrong).path("field").asText()).isEqualTo("nics[0].ip");

      var made =
          send(
              program,
              "POST",
              "/api/proxmox/nodes/pve1/lxc",
              order.formatted(TEMPLATE, held.path("address").asText(), id));
      assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
      awaitEnd(program, made);
      var kept = json(send(program, "GET", "/api/inventory/allocations/" + id, ""));
      assertThat(kept.path("guest").path("vmid").asInt()).isEqualTo(5042);
      assertThat(send(program, "DELETE", "/api/inventory/allocations/" + id, "").statusCode())
          .isEqualTo(409);

      var deleted =
          send(program, "POST", "/api/proxmox/nodes/pve1/lxc/5042/delete", "{\"force\": true}");
      assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(202);
      await()
          .atMost(ServedProgram.PATIENCE)
          .untilAsserted(() -> assertThat(addressesThere()).isEmpty());
    }
  }

  private static void awaitEnd(ServedProgram program, HttpResponse<String> order) {
    var operation = json(order).path("operation").asText();
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    json(send(program, "GET", "/api/operations/" + operation, ""))
                        .path("status")
                        .asText())
                .isEqualTo("succeeded"));
  }

  @Test
  void eachGuestOfAReservationHasAnAddressOfItsOwn() throws IOException {
    var prefix = prefix("10.44.0.0/29");
    there("POST", "ipam/ip-addresses/", "{\"address\": \"10.44.0.1/29\", \"role\": \"vip\"}");
    try (var program = program()) {
      awaitPrefix(program, prefix);
      var booked = book(program, Instant.now(), 3, prefix);
      assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
      var path = booked.headers().firstValue("Location").orElseThrow();
      await()
          .atMost(ServedProgram.PATIENCE)
          .untilAsserted(
              () -> assertThat(send(program, "GET", path, "").body()).contains("\"ready\":3"));
      assertThat(claimed(program, path)).containsExactly("10.44.0.2", "10.44.0.3", "10.44.0.4");

      var taken = json(send(program, "GET", "/api/inventory/allocations", ""));
      assertThat(taken.findValuesAsText("address"))
          .containsExactly("10.44.0.2/29", "10.44.0.3/29", "10.44.0.4/29");
      assertThat(taken.findValuesAsText("nic")).containsOnly("1");
      var vmid = taken.path(0).path("guest").path("vmid").asInt();
      assertThat(send(program, "GET", "/api/proxmox/nodes/pve1/lxc/" + vmid, "").body())
          .contains("10.44.0.2/29", "10.44.0.1");

      send(program, "POST", path + "/return", "");

      await()
          .atMost(ServedProgram.PATIENCE)
          .untilAsserted(() -> assertThat(addressesThere()).containsExactly("10.44.0.1/29"));
    }
  }

  /** So many containers with an address of the prefix. */
  private static HttpResponse<String> book(
      ServedProgram program, Instant start, int count, long prefix) {
    return send(
        program,
        "POST",
        "/api/reservations",
        """
        {"title": "class", "start_dt": "%s", "end_dt": "%s", "lead_minutes": 0, "grace_minutes": 0,
         "guests": [{"kind": "lxc", "name": "pc-{n}", "count": %d, "node": "pve1",
                     "request": {"cores": 1, "memory": 256, "storage": "local-lvm",
                       "disk_size": 1, "template": "%s",
                       "nics": [{"bridge": "vmbr0"}, {"bridge": "vmbr0", "prefix": %d}]}}]}
        """
            .formatted(start, start.plusSeconds(3600), count, TEMPLATE, prefix));
  }

  private static List<String> claimed(ServedProgram program, String reservation) {
    return json(send(program, "GET", reservation, ""))
        .path("claims")
        .valueStream()
        .map(claim -> claim.path("resource"))
        .filter(resource -> resource.path("kind").asText().equals("addresses"))
        .map(resource -> resource.path("name").asText())
        .sorted()
        .toList();
  }

  @Test
  void whatSomebodyTakesInNetBoxIsLeftToThemAndTold() throws IOException {
    var prefix = prefix("10.45.0.0/29");
    try (var program = program()) {
      awaitPrefix(program, prefix);
      var booked = book(program, Instant.now().plusSeconds(4), 1, prefix);
      assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
      var path = booked.headers().firstValue("Location").orElseThrow();
      assertThat(claimed(program, path)).containsExactly("10.45.0.1");

      there("POST", "ipam/ip-addresses/", "{\"address\": \"10.45.0.1/29\"}");

      await()
          .atMost(ServedProgram.PATIENCE)
          .untilAsserted(
              () -> assertThat(send(program, "GET", path, "").body()).contains("\"ready\":1"));
      assertThat(claimed(program, path)).containsExactly("10.45.0.2");
      assertThat(addressesThere()).containsExactly("10.45.0.1/29", "10.45.0.2/29");
      assertThat(send(program, "GET", "/api/notices", "").body())
          .contains("10.45.0.1 is taken in NetBox, so pc-1 of reservation");
    }
  }

  @Test
  void guestsOfAReservationAreRefusedAPrefixThatGivesNothing() throws IOException {
    var prefix = prefix("10.46.0.0/30");
    try (var program = program()) {
      awaitPrefix(program, prefix);
      var start = Instant.now().plusSeconds(3600);

      var unknown = json(book(program, start, 1, prefix + 1000));
      var tooMany = json(book(program, start, 3, prefix));

      assertThat(unknown.path("type").asText()).endsWith("unknown-prefix");
      assertThat(unknown.path("field").asText()).isEqualTo("guests[0].request.nics[1].prefix");
      assertThat(tooMany.path("detail").asText())
          .isEqualTo("There are 2 free addresses of 10.46.0.0/30, and 3 are asked for.");
      assertThat(tooMany.path("field").asText()).isEqualTo("guests");
    }
  }

  @Test
  void nothingIsTakenWhereNothingIsWritten() throws IOException {
    var prefix = prefix("10.43.0.0/24");
    try (var program = program("false")) {
      awaitPrefix(program, prefix);

      var answer = allocate(program, prefix, "");

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(json(answer).path("detail").asText()).contains("NETBOX_WRITE is off");
      assertThat(addressesThere()).isEmpty();
    }
  }
}
