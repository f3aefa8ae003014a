package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.domain.inventory.Answer;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure;
import direttore.domain.time.Time;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.transport.Trust;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and a NetBox that behaves as the real one does, of both versions. */
class SimulatedNetBoxTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  private NetBox client(NetBoxOptions options) {
    var simulated = SimulatedNetBox.start(options);
    open.add(simulated);
    var client =
        new NetBox(
            URI.create("http://127.0.0.1:" + simulated.port()),
            new NetBoxToken(options.token()),
            new Trust.SystemAuthorities(),
            NetBoxPatience.USUAL,
            Time.of(Clock.systemUTC()));
    open.add(client);
    return client;
  }

  private NetBox lab(NetBoxRelease release) {
    return client(NetBoxOptions.lab(TOKEN).as(release));
  }

  private static List<SourceObject> all(NetBox client, Kind kind) {
    var objects = new ArrayList<SourceObject>();
    assertThat(client.all(kind, objects::addAll).orThrow()).isEqualTo(objects.size());
    return objects;
  }

  private static JsonNode json(SourceObject object) {
    try {
      return JSON.readTree(object.json());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** A prefix, with an address of somebody else's in it. */
  private long prefix(NetBox client) {
    try (var api = api(client.address())) {
      var address = JSON.createObjectNode().put("address", "10.10.10.1/24");
      api.send("POST", "ipam/ip-addresses/", address, Map.of());
      var prefix = JSON.createObjectNode().put("prefix", "10.10.10.0/24");
      return api.send("POST", "ipam/prefixes/", prefix, Map.of()).json().path("id").asLong();
    }
  }

  private static NetBoxApi api(URI address) {
    return new NetBoxApi(
        address,
        new NetBoxToken(TOKEN),
        new Trust.SystemAuthorities(),
        NetBoxPatience.USUAL,
        Time.of(Clock.systemUTC()));
  }

  private static NetBoxWriter writer(NetBox client) {
    return client.writer(object -> json(object).path("description").asText().contains("by us"));
  }

  private static SourceObject held(NetBox client, long prefix, UUID key) {
    return writer(client)
        .takeNext(prefix, key, Map.of("status", "reserved", "description", "by us " + key))
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void readsEveryKindWhole(NetBoxRelease release) {
    var client = lab(release);

    for (var kind : Kind.values()) {
      var ids = new ArrayList<Long>();
      client.ids(kind, ids::addAll).orThrow();

      assertThat(all(client, kind)).as(kind.wire()).extracting(SourceObject::id).isEqualTo(ids);
    }
    assertThat(client.status()).isInstanceOf(Answer.Known.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, "nbt_abcdefghijkl." + TOKEN})
  void isKnownByTokensOfBothVersions(String token) {
    assertThat(client(NetBoxOptions.empty(token)).status()).isInstanceOf(Answer.Known.class);
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void holdsAnAddressAndGivesItBack(NetBoxRelease release) {
    var client = client(NetBoxOptions.empty(TOKEN).as(release));
    var before = client.newestChange().orThrow();
    var tag = client.definitions().tag("held", "Held", "0f766e", "made by us");
    var key = UUID.fromString("6f1f3c52-8e6a-4b1e-9c58-3f7d0c7d2a11");

    var held = held(client, prefix(client), key);
    var active =
        writer(client)
            .change(
                Model.ADDRESS, held, Map.of("status", "active", "dns_name", "Web01.lab.example"));
    var tagged = writer(client).tag(Model.ADDRESS, active, Set.of("held"), Set.of("no-such"));

    assertThat(client.definitions().tag("held", "Held", "0f766e", "").id()).isEqualTo(tag.id());
    assertThat(json(tagged).path("status").path("value").asText()).isEqualTo("active");
    assertThat(json(tagged).path("tags").path(0).path("slug").asText()).isEqualTo("held");
    assertThat(writer(client).find(Model.ADDRESS, key)).map(SourceObject::id).contains(held.id());
    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(() -> writer(client).delete(Model.ADDRESS, held))
        .withMessageContaining("somebody else changed");

    writer(client).delete(Model.ADDRESS, tagged);

    assertThat(writer(client).find(Model.ADDRESS, key)).isEmpty();
    assertThat(client.changes(before).orThrow())
        .anyMatch(change -> change.type().equals("ipam.ipaddress") && change.object() == held.id());
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void touchesNothingOfOthers(NetBoxRelease release) {
    var client = client(NetBoxOptions.empty(TOKEN).as(release));
    prefix(client);
    var before = all(client, Kind.ADDRESS);

    for (var address : before) {
      assertThatExceptionOfType(SystemFailure.class)
          .isThrownBy(() -> writer(client).delete(Model.ADDRESS, address))
          .withMessageContaining("not ours");
    }

    assertThat(all(client, Kind.ADDRESS)).hasSize(1).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void takesDifferentAddressesAtOnce(NetBoxRelease release)
      throws InterruptedException, ExecutionException {
    var client = client(NetBoxOptions.empty(TOKEN).as(release));
    var prefix = prefix(client);
    var takes = new ArrayList<Callable<String>>();
    for (int i = 0; i < 64; i++) {
      var key = new UUID(7, i);
      takes.add(() -> json(held(client, prefix, key)).path("address").asText());
    }

    var addresses = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var taken : threads.invokeAll(takes)) {
        addresses.add(taken.get());
      }
    }

    assertThat(addresses).hasSize(64).allMatch(each -> each.endsWith("/24"));
  }
}
