package direttore.simulator.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.netbox.release.NetBoxRelease;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty simulated NetBox answers as NetBox does. */
class SimulatedNetBoxTest {
  private static final String TOKEN = "a".repeat(40);
  private static final String SITES = "/api/dcim/sites/";
  private static final String PREFIXES = "/api/ipam/prefixes/";
  private static final String ADDRESSES = "/api/ipam/ip-addresses/";

  private final SimulatedNetBox netBox = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN));
  private final RestClient client = new RestClient(netBox);

  @AfterEach
  void stop() {
    client.close();
    netBox.close();
  }

  @Test
  void refusesEveryUnknownCallerWith403() {
    try (var nobody = new RestClient(netBox.url(), "Basic eDp5");
        var stranger = new RestClient(netBox.url(), "Token " + "b".repeat(40));
        var torn = new RestClient(netBox.url(), "Bearer nbt_torn")) {
      assertThat(nobody.get(SITES).body().path("detail").asText())
          .isEqualTo("Authentication credentials were not provided.");
      assertThat(stranger.get(SITES).status()).isEqualTo(403);
      assertThat(stranger.get("/api/status/").body().path("detail").asText())
          .isEqualTo("Invalid v1 token");
      assertThat(torn.get(SITES).body().path("detail").asText()).contains("Could not parse key");
    }
  }

  @Test
  void makesTokensThatWorkAndOnesThatOnlyRead() {
    var made = client.post("/api/users/tokens/", "{\"user\":1,\"write_enabled\":false}").body();
    var value = "nbt_%s.%s".formatted(made.path("key").asText(), made.path("token").asText());

    try (var reader = new RestClient(netBox.url(), "Bearer " + value)) {
      assertThat(reader.get(SITES).status()).isEqualTo(200);
      assertThat(
              reader.post(SITES, "{\"name\":\"A\",\"slug\":\"a\"}").body().path("detail").asText())
          .isEqualTo("You do not have permission to perform this action.");
    }
  }

  @Test
  void leadsThroughAllPagesByNext() {
    IntStream.range(0, 5).forEach(this::site);

    var first = client.get(SITES + "?limit=2&ordering=-name").body();
    var second = client.get(first.path("next").asText().substring(netBox.url().length())).body();

    assertThat(first.path("count").asInt()).isEqualTo(5);
    assertThat(first.path("results").findValuesAsText("slug")).containsExactly("s4", "s3");
    assertThat(second.path("results").findValuesAsText("slug")).containsExactly("s2", "s1");
    assertThat(second.path("previous").asText()).contains("limit=2");
    assertThat(client.get(SITES + "?start=3&limit=2").body().path("next").asText())
        .contains("start=5");
  }

  @Test
  void ignoresUnknownFiltersAndRefusesUnknownValues() {
    site(1);

    assertThat(client.get(SITES + "?nonsense=1").body().path("count").asInt()).isOne();
    assertThat(client.get(SITES + "?name__ic=SITE").body().path("count").asInt()).isOne();
    assertThat(client.get(SITES + "?name__n=Site%201").body().path("count").asInt()).isZero();
    var refused = client.get("/api/dcim/devices/?site=nowhere");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("site").get(0).asText())
        .isEqualTo("Select a valid choice. nowhere is not one of the available choices.");
    assertThat(client.get(PREFIXES + "?within=nonsense").body().path("count").asInt()).isZero();
  }

  @Test
  void saysInItsWordsWhatIsWrong() {
    site(1);

    assertThat(client.post(SITES, "{}").body().path("slug").get(0).asText())
        .isEqualTo("This field is required.");
    assertThat(client.post(SITES, "{\"name\":\"Site 1\",\"slug\":\"other\"}").body().toString())
        .isEqualTo("{\"name\":[\"site with this name already exists.\"]}");
    assertThat(client.post(PREFIXES, "{\"prefix\":\"10.1.0.5/24\"}").body().toString())
        .contains("10.1.0.5/24 is not a valid prefix. Did you mean 10.1.0.0/24?");
    client.make(ADDRESSES, "{\"address\":\"10.1.0.5/24\"}");
    assertThat(client.post(ADDRESSES, "{\"address\":\"10.1.0.5/32\"}").body().toString())
        .contains("Duplicate IP address found in global table: 10.1.0.5/24");
  }

  @Test
  void handsOutTheNextFreeAddressAndTakesAFreedOneAgain() {
    var path = prefix("10.1.0.0/29");
    client.post(path, "[{},{}]");
    var third = client.post(path, "{\"description\":\"third\"}").body();

    assertThat(third.path("address").asText()).isEqualTo("10.1.0.3/29");
    client.delete(ADDRESSES + "1/");
    assertThat(client.get(path).body().get(0).path("address").asText()).isEqualTo("10.1.0.1/29");
    assertThat(client.post(path, "[{},{},{},{},{}]").status()).isEqualTo(409);
    assertThat(client.get(path).body()).hasSize(4);
  }

  @Test
  void gives64CallersAtOnceDifferentAddresses() {
    var path = prefix("10.1.0.0/24");

    var taken =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> client.post(path, "{}").body().path("address").asText())
            .toList();

    assertThat(taken).doesNotHaveDuplicates().allMatch(a -> a.startsWith("10.1.0."));
  }

  @Test
  void splitsPrefixesFirstFit() {
    var id = client.make(PREFIXES, "{\"prefix\":\"10.1.0.0/22\",\"status\":\"container\"}");
    var path = PREFIXES + id + "/available-prefixes/";

    var made = client.post(path, "[{\"prefix_length\":25},{\"prefix_length\":24}]").body();

    assertThat(made.findValuesAsText("prefix")).containsExactly("10.1.0.0/25", "10.1.1.0/24");
    assertThat(client.get(path).body().findValuesAsText("prefix"))
        .containsExactly("10.1.0.128/25", "10.1.2.0/23");
    assertThat(client.get(PREFIXES + id + "/").body().path("children").asInt()).isEqualTo(2);
  }

  @Test
  void writesListsWhollyOrNotAtAll() {
    var refused =
        client.post(
            SITES, "[{\"name\":\"A\",\"slug\":\"a\"},{\"name\":\"B\",\"slug\":\"not one\"}]");

    assertThat(refused.body().path("detail").asText())
        .isEqualTo("1 of 2 objects could not be created.");
    assertThat(refused.body().path("errors").get(0).path("index").asInt()).isOne();
    assertThat(client.get(SITES).body().path("count").asInt()).isZero();
  }

  @Test
  void keepsAChangeThatAnotherMadeFirst() {
    var id = site(1);
    var seen = client.get(SITES + id + "/").header("ETag");
    client.patch(SITES + id + "/", "{\"description\":\"theirs\"}");

    var refused =
        client.send("PATCH", SITES + id + "/", "{\"description\":\"mine\"}", "If-Match", seen);

    assertThat(refused.status()).isEqualTo(412);
    assertThat(client.get(SITES + id + "/").body().path("description").asText())
        .isEqualTo("theirs");
  }

  @Test
  void logsChangesWithTheirRequest() {
    var made = client.post(SITES, "{\"name\":\"A\",\"slug\":\"a\"}");
    client.send("DELETE", SITES + "1/", "{\"changelog_message\":\"moved out\"}");

    var changes = client.get("/api/core/object-changes/?ordering=id").body().path("results");

    assertThat(changes.get(0).path("request_id").asText()).isEqualTo(made.header("X-Request-ID"));
    assertThat(changes.get(0).at("/postchange_data/slug").asText()).isEqualTo("a");
    assertThat(changes.get(1).at("/action/value").asText()).isEqualTo("delete");
    assertThat(changes.get(1).path("message").asText()).isEqualTo("moved out");
  }

  @Test
  void protectsWhatOthersUseAndTakesBelongingsAlong() {
    var site = site(1);
    var machine =
        client.make(
            "/api/virtualization/virtual-machines/",
            "{\"name\":\"m\",\"site\":%d}".formatted(site));
    var port =
        client.make(
            "/api/virtualization/interfaces/",
            "{\"name\":\"net0\",\"virtual_machine\":%d}".formatted(machine));
    client.make(
        ADDRESSES,
        "{\"address\":\"10.1.0.5/24\",\"assigned_object_type\":\"virtualization.vminterface\",\"assigned_object_id\":%d}"
            .formatted(port));

    assertThat(client.delete(SITES + site + "/").body().path("detail").asText())
        .isEqualTo("Unable to delete object. 1 dependent objects were found: m (1)");
    client.delete("/api/virtualization/virtual-machines/" + machine + "/");
    assertThat(client.get(ADDRESSES).body().path("count").asInt()).isZero();
  }

  @Test
  void findsItsStateAgain(@TempDir Path folder) {
    var options = NetBoxOptions.empty(TOKEN).keptIn(folder);
    try (var before = SimulatedNetBox.start(options);
        var writer = new RestClient(before)) {
      writer.make(SITES, "{\"name\":\"A\",\"slug\":\"a\"}");
      writer.make(SITES, "{\"name\":\"B\",\"slug\":\"b\"}");
      writer.delete(SITES + "2/");
    }
    try (var after = SimulatedNetBox.start(options);
        var reader = new RestClient(after)) {
      assertThat(reader.get(SITES).body().path("results").findValuesAsText("slug"))
          .containsExactly("a");
      assertThat(reader.make(SITES, "{\"name\":\"C\",\"slug\":\"c\"}")).isEqualTo(3);
    }
  }

  @Test
  void failsWhereASwitchSaysSo() {
    var order =
        "{\"kind\":\"status\",\"path\":\"/api/dcim/.*\",\"status\":503,\"reason\":\"busy\"}";
    client.post("/simulator/faults", order);

    assertThat(client.get(SITES).status()).isEqualTo(503);
    assertThat(client.get(SITES).status()).isEqualTo(200);
  }

  @Test
  void knowsNoLocksAndCursorsAsVersion44() {
    try (var old = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN).as(NetBoxRelease.V4_4));
        var caller = new RestClient(old)) {
      var id = caller.make(SITES, "{\"name\":\"A\",\"slug\":\"a\"}");

      assertThat(caller.get("/api/status/").body().path("netbox-version").asText())
          .isEqualTo("4.4.10");
      assertThat(caller.get(SITES + "?start=1").body().path("count").isNumber()).isTrue();
      var stale = caller.send("DELETE", SITES + id + "/", "", "If-Match", "W/\"2001\"");
      assertThat(stale.status()).isEqualTo(204);
    }
  }

  private long site(int number) {
    return client.make(SITES, "{\"name\":\"Site %d\",\"slug\":\"s%d\"}".formatted(number, number));
  }

  private String prefix(String prefix) {
    return PREFIXES
        + client.make(PREFIXES, "{\"prefix\":\"%s\"}".formatted(prefix))
        + "/available-ips/";
  }
}
