package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonChange;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservationRoutesTest extends ReservationRequests {
  private static final String FREE =
      "/api/availability?claims=%5B%7B%22node%22:%22pve1%22%7D%5D&minutes=60"
          + "&from=2027-03-01T10:00:00&to=2027-03-02T00:00:00&limit=3";

  @Test
  void theSixCallsOfTheFirstDirettore() {
    var booked = book(ana, "");
    var path = "/api/reservations/" + booked.json().get("id").asInt();

    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.header("Location")).isEqualTo(path);
    assertThat(booked.json().get("id").isInt()).isTrue();
    assertThat(booked.json().get("start_dt").asText()).isEqualTo("2027-03-01T09:00:00+01:00");
    assertThat(booked.json().get("requester").asText()).isEqualTo("ana");
    assertThat(booked.json().get("resource_type").asText()).isEqualTo("vm");
    assertThat(booked.json().get("status").asText()).isEqualTo("pending");
    assertThat(booked.json().get("notes").asText()).isEmpty();
    assertThat(booked.json().at("/claims/0/whole").asBoolean()).isTrue();
    var listed = get(bob, "/api/reservations/?start=2027-03-01T11:00:00&end=2027-03-02T00:00:00");
    assertThat(listed.json()).hasSize(1);
    assertThat(listed.json().get(0).get("mine").asBoolean()).isFalse();
    assertThat(get(bob, path).json().get("title").asText()).isEqualTo("BGP lesson");
    var renamed = send(ana, "PATCH", path, "{\"title\":\"OSPF\",\"notes\":\"room 3\"}");
    assertThat(renamed.json().get("title").asText()).isEqualTo("OSPF");
    assertThat(renamed.json().get("version").asInt()).isEqualTo(2);
    assertThat(send(ana, "DELETE", path, "").status()).isEqualTo(204);
    assertThat(get(ana, path).json().get("status").asText()).isEqualTo("cancelled");
    assertThat(get(ana, "/api/reservations").json()).isEmpty();
    assertThat(get(ana, "/api/reservations?status=cancelled").json()).hasSize(1);
  }

  @Test
  void takesASlashAtTheEndOfEachAddress() {
    var path = book(ana, "").header("Location") + "/";

    assertThat(get(ana, path).json().get("title").asText()).isEqualTo("BGP lesson");
    assertThat(send(ana, "PATCH", path, "{\"title\":\"OSPF\"}").status()).isEqualTo(200);
    assertThat(send(ana, "POST", path + "extend/", "{\"minutes\":30}").status()).isEqualTo(200);
    assertThat(send(ana, "PUT", path, "{}").problem()).isEqualTo("wrong-method");
    assertThat(send(ana, "DELETE", path, "").status()).isEqualTo(204);
    assertThat(get(ana, "/api/reservations/export/ical/").header("Content-Type"))
        .startsWith("text/calendar");
    assertThat(get(ana, "/api/proxmox/nodes/").status()).isEqualTo(200);
    assertThat(get(ana, path + "nothing/").status()).isEqualTo(404);
  }

  @Test
  void keepsWhyItWasCancelled() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();

    var endless = send(ana, "DELETE", path + "?reason=" + "x".repeat(501), "");
    assertThat(endless.status()).isEqualTo(400);
    assertThat(endless.json().at("/errors/0/field").asText()).isEqualTo("reason");
    assertThat(send(ana, "DELETE", path + "?reason=The%20power%20goes%20off", "").status())
        .isEqualTo(204);

    assertThat(get(bob, path).json().get("reason").asText()).isEqualTo("The power goes off");
  }

  @Test
  void saysUntilWhenItCanLastAndWhatIsInTheWayThen() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt() + "/extend-until";
    var free = get(bob, path).json();
    assertThat(free.get("until").asText()).isEqualTo("2027-03-08T12:00:00+01:00");
    assertThat(free.get("conflicts")).isEmpty();

    var next =
        MORNING
            .replace("T09:00", "T15:00")
            .replace("T12:00", "T16:00")
            .formatted(",\"private\":true");
    assertThat(send(bob, "POST", "/api/reservations", next).status()).isEqualTo(201);

    var told = get(ana, path).json();
    assertThat(told.get("until").asText()).isEqualTo("2027-03-01T15:00:00+01:00");
    assertThat(told.at("/conflicts/0/resource/name").asText()).isEqualTo("pve1");
    assertThat(told.at("/conflicts/0/requester").isNull()).isTrue();
    assertThat(told.at("/conflicts/0/reservation").isNull()).isTrue();
    assertThat(get(bob, path).json().at("/conflicts/0/requester").asText()).isEqualTo("bob");
    assertThat(get(ana, path + "?most=2028-03-01T12:00:00").problem()).isEqualTo("invalid");
  }

  @Test
  void refusesWhatOthersHaveAndSaysWhatIsFree() {
    book(ana, "");

    var refused = book(bob, "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("reservation-conflict");
    var conflict = refused.json().at("/conflicts/0");
    assertThat(conflict.get("title").asText()).isEqualTo("BGP lesson");
    assertThat(conflict.get("until").asText()).isEqualTo("2027-03-01T12:00:00+01:00");
    assertThat(conflict.get("why").asText()).isEqualTo("taken");
    assertThat(refused.json().at("/next_free/0/start_dt").asText())
        .isEqualTo("2027-03-01T12:00:00+01:00");
    assertThat(refused.json().at("/next_free/0/proxmox_node").asText()).isEqualTo("pve1");
    assertThat(refused.json().at("/next_free/0/new_claims")).hasToString("[{\"node\":\"pve1\"}]");
  }

  @Test
  void tellsOthersNothingOfPrivateOnes() {
    var id = book(ana, ",\"private\":true,\"notes\":\"exam\"").json().get("id").asInt();

    var seen = get(bob, "/api/reservations/" + id).json();
    var refused = book(bob, "").json().at("/conflicts/0");

    assertThat(seen.get("title").asText()).isEqualTo("Reserved");
    assertThat(seen.get("requester").isNull()).isTrue();
    assertThat(seen.get("notes").asText()).isEmpty();
    assertThat(refused.get("title").isNull()).isTrue();
    assertThat(refused.get("requester").isNull()).isTrue();
    assertThat(refused.get("reservation").isNull()).isTrue();
    assertThat(refused.get("resource").get("name").asText()).isEqualTo("pve1");
    assertThat(get(olga, "/api/reservations/" + id).json().get("title").asText())
        .isEqualTo("BGP lesson");
    assertThat(get(bob, "/api/reservations?q=BGP").json()).isEmpty();
    var node = get(bob, "/api/resources?kind=node").json().get(0);
    var uses =
        get(
            bob,
            "/api/resources/%d/timeline?from=2027-03-01T00:00:00"
                .formatted(node.get("id").asInt()));
    assertThat(uses.json().at("/entries/0/title").asText()).isEqualTo("Reserved");
    assertThat(uses.json().at("/entries/0/requester").isNull()).isTrue();
  }

  @Test
  void onlyWhoHasItAndOperatorsChangeIt() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();
    var here =
        api.access.person(
            "eve",
            Grant.everywhere(Role.USER),
            new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve2"))));

    assertThat(send(bob, "PATCH", path, "{\"title\":\"mine\"}").status()).isEqualTo(403);
    assertThat(send(bob, "DELETE", path, "").detail()).contains("Reservation 1 is ana’s");
    assertThat(send(here, "DELETE", path, "").status()).isEqualTo(403);
    assertThat(get(bob, path).json().get("may")).isEmpty();
    assertThat(get(ana, path).json().get("may").toString()).contains("change", "cancel");
    assertThat(send(olga, "PATCH", path, "{\"title\":\"moved\"}").status()).isEqualTo(200);
    assertThat(send(olga, "POST", path + "/hand-over", "{\"person\":\"bob\"}").status())
        .isEqualTo(200);
    assertThat(send(bob, "DELETE", path, "").status()).isEqualTo(204);
  }

  @Test
  void whoMayBookOnOneNodeBooksNoOther() {
    var eve =
        api.access.person("eve", new Grant(Role.USER, new Scope.OnNode(new NodeName("pve2"))));

    assertThat(book(eve, "").status()).isEqualTo(403);
    assertThat(
            send(eve, "POST", "/api/reservations", MORNING.formatted("").replace("pve1", "pve2"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void movesByTheSameDecision() {
    book(ana, "");
    var second =
        send(
            bob,
            "POST",
            "/api/reservations",
            MORNING.formatted("").replace("T09", "T13").replace("T12", "T15"));
    var path = "/api/reservations/" + second.json().get("id").asInt();

    var refused = send(bob, "PATCH", path, "{\"start_dt\":\"2027-03-01T11:00:00\"}");
    var other = send(bob, "PATCH", path, "{\"proxmox_node\":\"pve2\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(other.json().at("/claims/0/resource/name").asText()).isEqualTo("pve2");
    assertThat(other.json().get("proxmox_node").asText()).isEqualTo("pve2");
    assertThat(
            send(bob, "PATCH", path, "{\"start_dt\":\"2027-03-01T11:00:00\"}")
                .json()
                .get("start_dt")
                .asText())
        .isEqualTo("2027-03-01T11:00:00+01:00");
  }

  @Test
  void aNodeThatClaimsNameIsAnotherWhereTheNodeIs() {
    var claimed =
        """
        {"title":"OSPF","start_dt":"2027-03-01T09:00:00","end_dt":"2027-03-01T12:00:00",
         "claims":[{"node":"pve1","cores":2,"memory":1024}]}
        """;
    var path =
        "/api/reservations/" + send(bob, "POST", "/api/reservations", claimed).json().get("id");

    var same = send(bob, "PATCH", path, "{\"proxmox_node\":\"pve1\"}").json();
    var other = send(bob, "PATCH", path, "{\"proxmox_node\":\"pve2\"}").json();
    var third = send(bob, "PATCH", path, "{\"proxmox_node\":\"pve1\"}").json();

    assertThat(same.get("version").asInt()).isEqualTo(1);
    assertThat(other.at("/claims/0/resource/name").asText()).isEqualTo("pve2");
    assertThat(other.get("proxmox_node").asText()).isEqualTo("pve2");
    assertThat(third.at("/claims/0/resource/name").asText()).isEqualTo("pve1");
    assertThat(third.get("proxmox_node").asText()).isEqualTo("pve1");
    assertThat(send(bob, "PATCH", path, "{\"proxmox_node\":\"nosuch\"}").status()).isEqualTo(422);
    var guest = send(bob, "PATCH", path, "{\"vmid\":101}").json();
    assertThat(guest.at("/claims/1/resource/name").asText()).as("%s", guest).isEqualTo("101");
    assertThat(send(bob, "PATCH", path, "{\"vmid\":99999}").status()).isEqualTo(422);
  }

  @Test
  void theSameRequesterIsTakenAndAnotherIsNot() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();
    var change = "{\"title\":\"OSPF\",\"requester\":\"%s\"}";

    var same = send(olga, "PATCH", path, change.formatted("ana"));
    var other = send(olga, "PATCH", path, change.formatted("bob"));

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json().get("title").asText()).isEqualTo("OSPF");
    assertThat(same.json().get("requester").asText()).isEqualTo("ana");
    assertThat(other.field()).isEqualTo("requester");
    assertThat(other.detail()).contains("hand it over");
  }

  @Test
  void changesOnlyTheVersionThatIsMeant() {
    var booked = book(ana, "");
    var path = "/api/reservations/" + booked.json().get("id").asInt();
    var tag = booked.header("ETag");

    assertThat(send(ana, "GET", path, "", "If-None-Match", tag).status()).isEqualTo(304);
    var first = send(ana, "PATCH", path, "{\"title\":\"one\"}", "If-Match", tag);
    var second = send(ana, "PATCH", path, "{\"title\":\"two\"}", "If-Match", tag);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.problem()).isEqualTo("changed");
    assertThat(get(bob, path).header("ETag").split("-")[0])
        .isEqualTo(first.header("ETag").split("-")[0]);
    assertThat(send(ana, "DELETE", path, "", "If-Match", first.header("ETag")).status())
        .isEqualTo(204);
  }

  @Test
  void whatChangesNothingLeavesTheVersion() {
    var booked = book(ana, "");
    var path = "/api/reservations/" + booked.json().get("id").asInt();
    var tag = booked.header("ETag");

    for (var body : List.of("{}", "{\"title\":\"BGP lesson\",\"team\":null}")) {
      var same = send(ana, "PATCH", path, body, "If-Match", tag);
      assertThat(same.status()).isEqualTo(200);
      assertThat(same.header("ETag")).isEqualTo(tag);
    }
    assertThat(get(ana, path).json().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void theSameKeyBooksOnce() {
    var one = MORNING.formatted("");
    var first = send(ana, "POST", "/api/reservations", one, "Idempotency-Key", "k");
    var again = send(ana, "POST", "/api/reservations", one, "Idempotency-Key", "k");
    var other =
        send(
            ana,
            "POST",
            "/api/reservations",
            MORNING.formatted(",\"notes\":\"x\""),
            "Idempotency-Key",
            "k");

    assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void extendsWhatIsFreeAndNotBackwards() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();

    var longer = send(ana, "POST", path + "/extend", "{\"minutes\":30}");

    assertThat(longer.json().get("end_dt").asText()).isEqualTo("2027-03-01T12:30:00+01:00");
    assertThat(send(ana, "POST", path + "/extend", "{\"until\":\"2027-03-01T12:00:00\"}").field())
        .isEqualTo("until");
    assertThat(send(ana, "POST", path + "/extend", "{}").field()).isEqualTo("until");
    assertThat(send(ana, "POST", path + "/return", "").status()).isEqualTo(409);
  }

  @Test
  void pagesLeadToTheNext() {
    for (int hour = 10; hour < 15; hour++) {
      send(
          ana,
          "POST",
          "/api/reservations",
          """
          {"title":"no claim","start_dt":"2027-03-01T%d:00","end_dt":"2027-03-01T%d:30"}
          """
              .formatted(hour, hour));
    }

    var first = get(ana, "/api/reservations?limit=2&start=2027-03-01T00:00");
    var link = first.header("Link");
    var second = get(ana, link.substring(1, link.indexOf('>')));

    assertThat(first.json()).hasSize(2);
    assertThat(first.header("X-Total-Count")).isEqualTo("5");
    assertThat(link).endsWith("; rel=\"next\"");
    assertThat(second.json()).hasSize(2);
    assertThat(second.json().get(0).get("id")).isNotEqualTo(first.json().get(0).get("id"));
  }

  @Test
  void operatorsBookForOthersAndProgramsForAnyName() {
    var forAna = book(olga, ",\"requester\":\"ana\"");
    var forClass =
        send(
            olga,
            "POST",
            "/api/reservations",
            MORNING.formatted(",\"requester\":\"Class 3b\"").replace("pve1", "pve2"));

    assertThat(get(ana, "/api/reservations?mine=true").json()).hasSize(1);
    assertThat(forAna.json().get("mine").asBoolean()).isFalse();
    assertThat(forClass.json().get("requester").asText()).isEqualTo("Class 3b");
  }

  private String firstFree(String more) {
    return get(ana, FREE + more).json().at("/slots/0/start_dt").asText();
  }

  @Test
  void findsWhenItIsFree() {
    book(ana, "");

    var found = get(ana, FREE);
    var posted =
        send(
            ana,
            "POST",
            "/api/availability",
            """
            {"claims":[{"node":"pve1"}],"from":"2027-03-01T10:00:00","to":"2027-03-02T00:00:00","limit":3}
            """);

    assertThat(found.json().at("/slots/0/start_dt").asText())
        .isEqualTo("2027-03-01T12:00:00+01:00");
    assertThat(found.json().at("/slots/0/proxmox_node").asText()).isEqualTo("pve1");
    assertThat(posted.json()).isEqualTo(found.json());
    assertThat(firstFree("&lead_minutes=30&grace_minutes=5"))
        .isEqualTo("2027-03-01T12:30:00+01:00");
    assertThat(firstFree("&guests=4")).isEqualTo("2027-03-01T12:07:00+01:00");
    assertThat(firstFree("&guests=4&lead_minutes=0")).isEqualTo("2027-03-01T12:00:00+01:00");
    var claims = FREE.substring(0, FREE.indexOf("&minutes"));
    assertThat(get(ana, claims + "&minutes=0").field()).isEqualTo("minutes");
    assertThat(get(ana, claims + "&minutes=132481").field()).isEqualTo("minutes");
    assertThat(get(ana, FREE + "&guests=201").field()).isEqualTo("guests");
    assertThat(get(ana, FREE + "&lead_minutes=1441").field()).isEqualTo("lead_minutes");
    assertThat(get(ana, "/api/availability").field()).isEqualTo("claims");
    assertThat(get(ana, "/api/availability?claims=x").field()).isEqualTo("claims");
    assertThat(get(ana, "/api/availability?claims=%5B%7B%7D%5D").field()).isEqualTo("claims[0]");
  }

  @Test
  void aSeriesIsCancelledAsFarAsItIsStillTheirs() {
    var first =
        book(ana, ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=3\"}").json().get("id").asInt();
    var path = "/api/reservations/";
    var given = path + (first + 1);
    assertThat(send(ana, "POST", given + "/hand-over", "{\"person\":\"bob\"}").status())
        .isEqualTo(200);

    assertThat(send(ana, "DELETE", path + first + "?scope=all", "").status()).isEqualTo(204);

    assertThat(get(ana, path + first).json().get("status").asText()).isEqualTo("cancelled");
    assertThat(get(bob, given).json().get("status").asText()).isEqualTo("pending");
    assertThat(get(ana, path + (first + 2)).json().get("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void nothingBecomesThatOfSomebodyWhoIsDisabled() {
    var path = "/api/reservations/" + book(ana, "").json().get("id").asInt();
    api.access.person("root", Grant.everywhere(Role.ADMIN));
    api.access.change("bob", PersonChange.disabled(true));

    var given = send(ana, "POST", path + "/hand-over", "{\"person\":\"bob\"}");
    var booked =
        send(olga, "POST", "/api/reservations", MORNING.formatted(",\"requester\":\"bob\""));

    assertThat(given.status()).isEqualTo(400);
    assertThat(given.field()).isEqualTo("person");
    assertThat(booked.field()).isEqualTo("requester");
  }

  private Answer patchedNode(String claims, String node) {
    var body = MORNING.replace("\"proxmox_node\":\"pve1\",", "");
    var booked = send(ana, "POST", "/api/reservations", body.formatted(",\"claims\":" + claims));
    assertThat(booked.json().get("proxmox_node").asText()).isEqualTo("pve1");
    return send(
        ana, "PATCH", booked.header("location"), "{\"proxmox_node\":\"%s\"}".formatted(node));
  }

  @Test
  void theNodeThatItHasOfAnyMayBeSaidAgain() {
    var same = patchedNode("[{\"any\":{\"kind\":\"node\"}}]", "pve1");

    assertThat(same.status()).as(same.toString()).isEqualTo(200);
    assertThat(same.json().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void whatItHasOfAnyNodeIsClaimedOfAnother() {
    var moved = patchedNode("[{\"any\":{\"kind\":\"node\",\"cores\":2}}]", "pve2");

    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    assertThat(moved.json().get("proxmox_node").asText()).isEqualTo("pve2");
    assertThat(moved.json().get("claims")).hasSize(1);
    assertThat(moved.json().at("/claims/0/cores").asInt()).isEqualTo(2);
  }
}
