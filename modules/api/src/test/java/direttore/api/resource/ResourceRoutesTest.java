package direttore.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.inventory.Kind;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.ResourceKind;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceRoutesTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer send(String method, String path, String body, String... more) {
    return api.client().sendJson(method, path, body, more);
  }

  private Answer add(String body) {
    return send("POST", "/api/resources", body);
  }

  @Test
  void operatorsEnterDevicesThatAreFoundByTheirTags() {
    var added = add("{\"kind\":\"device\",\"name\":\"sw3\",\"tags\":[\"junos\"]}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().get("by_hand").asBoolean()).isTrue();
    var found = api.client().get("/api/resources?tag=junos").json();
    assertThat(found.findValuesAsText("name")).containsExactly("sw3");
    assertThat(add("{\"kind\":\"device\",\"name\":\"sw3\"}").problem()).isEqualTo("wrong-state");
    assertThat(add("{\"kind\":\"node\",\"name\":\"pve7\"}").field()).isEqualTo("kind");
    assertThat(add("{\"kind\":\"vlan\",\"name\":\"core\"}").field()).isEqualTo("name");
    assertThat(add("{\"kind\":\"device\"}").field()).isEqualTo("name");
  }

  @Test
  void whatStandsInNetBoxSaysWhereAndIsFoundByIt() {
    var id =
        add("{\"kind\":\"device\",\"name\":\"leaf01\",\"tags\":[\"lab\"]}")
            .json()
            .get("id")
            .asInt();
    add("{\"kind\":\"device\",\"name\":\"sw3\"}");
    add("{\"kind\":\"device\",\"name\":\"sw4\"}");
    api.reservations.resources.link(
        id, new InventoryLink(Kind.DEVICE, 12, "leaf01", "Frankfurt", "Leaf", null));

    var found = api.client().get("/api/resources?kind=device&q=leaf+frankfurt&in_service=true");

    assertThat(found.json().findValuesAsText("name")).containsExactly("leaf01", "leaf01");
    assertThat(found.json().at("/0/by_hand").asBoolean()).isFalse();
    assertThat(found.json().at("/0/inventory").toString())
        .isEqualTo(
            """
            {"kind":"device","id":12,"name":"leaf01","site":"Frankfurt","role":"Leaf",\
            "out_of_service":null,"gone":false}\
            """);
    assertThat(api.client().get("/api/resources?kind=device&inventory=true").json()).hasSize(1);
    var first = api.client().get("/api/resources?kind=device&inventory=false&limit=1");
    assertThat(first.json().findValuesAsText("name")).containsExactly("sw3");
    assertThat(first.header("X-Total-Count")).isEqualTo("2");
  }

  @Test
  void vlansOfWhichSeveralHaveTheNumberAreClaimedByTheirName() {
    api.reservations.resources.put(
        ResourceKind.VLAN, "fra1-servers/110", Set.of(), Capacity.WHOLE_ONLY);

    var booked =
        send(
            "POST",
            "/api/reservations",
            """
            {"title":"lab","start_dt":"2027-03-01T09:00:00+01:00","end_dt":"2027-03-01T12:00:00+01:00",
             "claims":[{"vlan_name":"fra1-servers/110"}]}
            """);

    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(booked.json().at("/claims/0/resource/name").asText()).isEqualTo("fra1-servers/110");
    var refused =
        send(
            "POST",
            "/api/reservations",
            """
            {"title":"lab","start_dt":"2027-03-01T09:00:00+01:00","end_dt":"2027-03-01T12:00:00+01:00",
             "claims":[{"vlan_name":"fra1-servers/110"}]}
            """);
    assertThat(refused.json().at("/next_free/0/new_claims/0").toString())
        .isEqualTo("{\"vlan_name\":\"fra1-servers/110\"}");
  }

  @Test
  void whatIsOutOfServiceCannotBeBooked() {
    var added = add("{\"kind\":\"device\",\"name\":\"sw3\"}");
    var path = "/api/resources/" + added.json().get("id").asInt();
    var tag = added.header("ETag");

    var out =
        send(
            "PATCH",
            path,
            "{\"out_of_service\":\"fan\",\"expected_back\":\"2027-03-08T08:00:00+01:00\"}",
            "If-Match",
            tag);
    var refused = book();

    assertThat(out.json().get("out_of_service").asText()).isEqualTo("fan");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/conflicts/0/why").asText()).isEqualTo("out-of-service");
    assertThat(send("PATCH", path, "{\"tags\":[]}", "If-Match", tag).status()).isEqualTo(412);
    assertThat(
            send("PATCH", path, "{\"out_of_service\":null}").json().get("out_of_service").isNull())
        .isTrue();
    assertThat(book().status()).isEqualTo(201);
    assertThat(send("PATCH", path, "{\"cores_factor\":2}").field()).isEqualTo("cores_factor");
    assertThat(send("PATCH", path, "{\"expected_back\":\"2027-03-08T08:00:00Z\"}").field())
        .isEqualTo("expected_back");
    var past =
        send(
            "PATCH",
            path,
            "{\"out_of_service\":\"fan\",\"expected_back\":\"2026-01-01T08:00:00Z\"}");
    assertThat(past.field()).isEqualTo("expected_back");
    assertThat(past.json().get("detail").asText())
        .contains("must lie in the future, or be left out if not known");
    assertThat(send("PATCH", path, "{\"out_of_service\":\"fan \\ud83d\"}").field())
        .isEqualTo("out_of_service");
    assertThat(send("PATCH", path, "{\"tags\":[\"a\",\"\\udc00\"]}").field()).isEqualTo("tags[1]");
    assertThat(send("DELETE", path, "").status()).isEqualTo(409);
  }

  private Answer book() {
    return book("2027-03-01");
  }

  private Answer book(String day) {
    return send(
        "POST",
        "/api/reservations",
        """
        {"title":"a","start_dt":"%sT09:00","end_dt":"%sT10:00","claims":[{"device":"sw3"}]}
        """
            .formatted(day, day));
  }

  @Test
  void saysWhoseReservationsHaveWhatIsOutOfService() {
    var path = "/api/resources/" + add("{\"kind\":\"device\",\"name\":\"sw3\"}").json().get("id");
    var soon = book("2026-03-02").json();
    var later = book("2026-03-20").json();

    var out = send("PATCH", path, "{\"out_of_service\":\"fan\"}").json();

    assertThat(soon.get("at_risk")).isEmpty();
    assertThat(out.at("/reservations/told").asInt()).isEqualTo(2);
    assertThat(out.at("/reservations/healed").asInt()).isZero();
    assertThat(api.client().get(path).json().has("reservations")).isFalse();
    assertThat(atRisk(soon).at("/0/resource/name").asText()).isEqualTo("sw3");
    assertThat(atRisk(soon).at("/0/why").asText()).isEqualTo("fan");
    assertThat(atRisk(later)).isEmpty();
    send("PATCH", path, "{\"out_of_service\":null}");
    assertThat(atRisk(soon)).isEmpty();
  }

  private JsonNode atRisk(JsonNode reservation) {
    return api.client().get("/api/reservations/" + reservation.get("id")).json().get("at_risk");
  }

  @Test
  void saysWhatIsInUseOutsideReservationsWhichMakesNoNewVersion() {
    var path =
        "/api/resources/" + api.client().get("/api/resources?kind=node").json().get(0).get("id");
    var before = api.client().get(path);

    api.reservations.resources.use("pve1", new Amount(2, 4096, 0, 1, 2));

    var after = api.client().get(path);
    assertThat(before.json().at("/standing/cores").asInt()).isZero();
    assertThat(after.json().get("standing").toString())
        .isEqualTo("{\"cores\":2,\"memory\":4096,\"disk\":0,\"guests\":3}");
    assertThat(send("PATCH", path, "{\"tags\":[]}", "If-Match", before.header("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  void saysWhoHasItAndUntilWhen() {
    var booked =
        send(
            "POST",
            "/api/reservations",
            """
            {"title":"long","start_dt":"%s","end_dt":"2040-03-01T10:00","proxmox_node":"pve1"}
            """
                .formatted(FakeOperations.NOW));

    var node = api.client().get("/api/resources?kind=node").json().get(0);

    assertThat(booked.status()).isEqualTo(201);
    assertThat(node.at("/now/0/title").asText()).isEqualTo("long");
    assertThat(node.at("/now/0/until").asText()).startsWith("2040-03-01T10:00:00");
    assertThat(node.get("next").isNull()).isTrue();
    var path = "/api/resources/" + node.get("id").asInt();
    assertThat(
            send("GET", path + "/timeline?from=2027-01-01T00:00&to=2026-01-01T00:00", "").field())
        .isEqualTo("to");
    assertThat(send("PATCH", path, "{\"cores_factor\":2.5}").json().get("cores_factor").asDouble())
        .isEqualTo(2.5);
    assertThat(send("DELETE", path, "").problem()).isEqualTo("wrong-state");
  }

  @Test
  void saysWhoHasItStillWhileItsGuestsAreBroughtToRest() {
    var booked =
        send(
            "POST",
            "/api/reservations",
            """
            {"title":"class","start_dt":"%s","end_dt":"2040-03-01T10:00",
             "guests":[{"kind":"vm","name":"pc","node":"pve1",
                        "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
            """
                .formatted(FakeOperations.NOW));

    var ended = send("POST", booked.header("Location") + "/return", "");

    assertThat(ended.json().get("phase").asText()).isEqualTo("returning");
    var node = api.client().get("/api/resources?kind=node").json().get(0);
    assertThat(node.at("/now/0/title").asText()).isEqualTo("class");
    send("DELETE", booked.header("Location"), "");
    node = api.client().get("/api/resources?kind=node").json().get(0);
    assertThat(node.at("/now/0/title").asText()).isEqualTo("class");
  }
}
