package direttore.api.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationRoutesTest {
  private static final String MORNING =
      """
      {"title":"BGP lesson","proxmox_node":"pve1",
       "start_dt":"2027-03-01T09:00:00","end_dt":"2027-03-01T12:00:00"%s}
      """;

  private final TestApi api = TestApi.guarded();
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));
  private final Person bob = api.access.person("bob", Grant.everywhere(Role.USER));
  private final Person olga = api.access.person("olga", Grant.everywhere(Role.OPERATOR));

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer send(Person person, String method, String path, String body, String... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Authorization", "Bearer " + api.access.token(person, Role.ADMIN)));
    if (!body.isEmpty()) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    return api.client()
        .send(
            method,
            path,
            body.isEmpty() ? null : body.getBytes(UTF_8),
            headers.toArray(String[]::new));
  }

  private Answer get(Person person, String path) {
    return send(person, "GET", path, "");
  }

  private Answer book(Person person, String more) {
    return send(person, "POST", "/api/reservations/", MORNING.formatted(more));
  }

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
  void aDryRunBooksNothing() {
    var dry = book(ana, ",\"dry_run\":true");

    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.json().get("proxmox_node").asText()).isEqualTo("pve1");
    assertThat(get(ana, "/api/reservations").json()).isEmpty();
    book(bob, "");
    assertThat(book(ana, ",\"dry_run\":true").status()).isEqualTo(409);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title|{'title':'','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00'}",
        "title|{'start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00'}",
        "end_dt|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T08:00'}",
        "end_dt|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T09:00'}",
        "start_dt|{'title':'a','start_dt':'2020-03-01T09:00','end_dt':'2020-03-01T10:00'}",
        "start_dt|{'title':'a','start_dt':'9999-03-01T09:00','end_dt':'9999-03-01T10:00'}",
        "start_dt|{'title':'a','start_dt':'tomorrow','end_dt':'2027-03-01T10:00'}",
        "start_dt|{'title':'a','start_dt':'2027-03-28T02:30','end_dt':'2027-03-28T05:00'}",
        "start_dt|{'title':'a','start_dt':7,'end_dt':'2027-03-28T05:00'}",
        "time_zone|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','time_zone':'Europe/Nowhere'}",
        "requester|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','requester':'bob'}",
        "team|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','team':'red'}",
        "resource_type|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','resource_type':'pod'}",
        "proxmox_node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve9'}",
        "vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','vmid':987654}",
        "vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','vmid':7}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{}]}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','device':'sw1'}]}",
        "claims[1]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1'},{'node':'pve1'}]}",
        "claims[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'device':'sw9'}]}",
        "claims[0].cores|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'node':'pve1','cores':-1}]}",
        "claims[0].vlan|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'vlan':4095}]}",
        "claims[0].any.kind|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','claims':[{'any':{'kind':'moon'}}]}",
        "at_end|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','at_end':'destroy'}",
        "grace_minutes|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','grace_minutes':-5}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=SECONDLY;COUNT=3'}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3;UNTIL=20270401'}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=WEEKLY;BYSETPOS=1;COUNT=3'}}",
        "recurrence.rule|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=201'}}",
        "recurrence.exdates|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','exdates':['1"
            + " March']}}",
        "recurrence.exdates[0]|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','exdates':['2027-03-02T10:00']}}",
        "recurrence.mode|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','recurrence':{'rule':'FREQ=DAILY;COUNT=3','mode':'some'}}",
        "guests[0].name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','count':2,'request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].count|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc-{n}','count':201,'request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].node|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','guests':[{'kind':'vm','name':'pc','request':{'disk':'4G','storage':'fast'}}]}",
        "guests[0].request|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc'}]}",
        "guests[0].request.disk|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'storage':'fast'}}]}",
        "guests[0].request.name|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc','request':{'name':'x','disk':'4G','storage':'fast'}}]}",
        "guests[0].request.vmid|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','proxmox_node':'pve1','guests':[{'kind':'vm','name':'pc-{n}','count':2,'request':{'vmid':4242,'disk':'4G','storage':'fast'}}]}",
        "colour|{'title':'a','start_dt':'2027-03-01T09:00','end_dt':'2027-03-01T10:00','colour':'red'}",
      })
  void refusesWhatIsWrongWithTheFieldToMend(String field, String body) {
    var refused = send(ana, "POST", "/api/reservations", body.replace('\'', '"'));

    assertThat(refused.status()).isIn(400, 422);
    assertThat(refused.field()).isEqualTo(field);
    assertThat(get(ana, "/api/reservations").json()).isEmpty();
  }

  @Test
  void refusesLongTitlesAndTooManyClaims() {
    var title = book(ana, ",\"notes\":\"%s\"".formatted("n".repeat(4001)));
    var claims = new ArrayList<String>();
    for (int i = 1; i <= 1000; i++) {
      claims.add("{\"vlan\":%d}".formatted(i));
    }
    var many = book(ana, ",\"claims\":[%s]".formatted(String.join(",", claims)));

    assertThat(title.field()).isEqualTo("notes");
    assertThat(many.field()).isEqualTo("claims");
    assertThat(
            send(
                    ana,
                    "POST",
                    "/api/reservations",
                    MORNING.formatted("").replace("BGP lesson", "t".repeat(10_000)))
                .field())
        .isEqualTo("title");
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

  @Test
  void findsWhenItIsFree() {
    book(ana, "");

    var found =
        get(
            ana,
            "/api/availability?claims=%5B%7B%22node%22:%22pve1%22%7D%5D&minutes=60"
                + "&from=2027-03-01T10:00:00&to=2027-03-02T00:00:00&limit=3");
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
    assertThat(get(ana, "/api/availability").field()).isEqualTo("claims");
    assertThat(get(ana, "/api/availability?claims=x").field()).isEqualTo("claims");
    assertThat(get(ana, "/api/availability?claims=%5B%7B%7D%5D").field()).isEqualTo("claims[0]");
  }

  @Test
  void whatIsMadeForItIsCheckedAndTakesItsShare() {
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
         "guests":[{"kind":"vm","name":"pc-{n}","count":3,"node":"pve1",
                    "request":{"cores":2,"memory":1024,"disk":"4G","storage":"%s","password":"secret-word-12"}}]}
        """;

    var refused = send(ana, "POST", "/api/reservations", wanted.formatted("local-lvm"));
    var plain = wanted.replace(",\"password\":\"secret-word-12\"", "");
    var unknown = send(ana, "POST", "/api/reservations", plain.formatted("nowhere"));
    var booked = send(ana, "POST", "/api/reservations", plain.formatted("local-lvm"));

    assertThat(refused.field()).isEqualTo("guests[0].request.password");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().at("/claims/0/cores").asInt()).isEqualTo(6);
    assertThat(booked.json().at("/claims/0/memory").asInt()).isEqualTo(3072);
    assertThat(booked.json().get("at_end").asText()).isEqualTo("destroy");
    assertThat(booked.json().get("grace_minutes").asInt()).isEqualTo(10);
    assertThat(booked.json().at("/holds/from").asText()).isEqualTo("2027-03-01T08:54:00+01:00");
    assertThat(booked.json().at("/guests/0/request/disk").asText()).isEqualTo("4G");
    var path = "/api/reservations/" + booked.json().get("id").asInt();
    assertThat(get(ana, path + "/parts").json()).isEmpty();
    assertThat(send(ana, "POST", path + "/repair", "").problem()).isEqualTo("wrong-state");
    assertThat(send(ana, "POST", path + "/repair", "{\"parts\":[\"x\"]}").field())
        .isEqualTo("parts");
  }

  @Test
  void whatIsClaimedMustHaveRoomForWhatIsMade() {
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
         "claims":[%s],
         "guests":[{"kind":"vm","name":"pc-{n}","count":3,"node":"pve1",
                    "request":{"cores":2,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
        """;

    var little =
        send(ana, "POST", "/api/reservations", wanted.formatted("{\"node\":\"pve1\",\"cores\":1}"));
    var elsewhere = send(ana, "POST", "/api/reservations", wanted.formatted("{\"node\":\"pve2\"}"));

    assertThat(little.field()).isEqualTo("claims[0]");
    assertThat(elsewhere.status()).isEqualTo(201);
    assertThat(elsewhere.json().at("/claims/0/whole").asBoolean()).isTrue();
    assertThat(elsewhere.json().at("/claims/1/resource/name").asText()).isEqualTo("pve1");
    assertThat(elsewhere.json().at("/claims/1/cores").asInt()).isEqualTo(6);
  }

  @Test
  void anyGuestCannotBeHad() {
    var any = ",\"claims\":[{\"any\":{\"kind\":\"guest\"}}],\"at_end\":\"stop\"";

    assertThat(book(ana, any).field()).isEqualTo("claims[0].any.kind");
  }

  @Test
  void refusesMoreGuestsThanMayBeWithoutReadingThemAll() {
    var guests =
        """
        {"kind":"vm","name":"pc-{n}","count":200,
         "request":{"cores":1,"memory":512,"disk":"4G","storage":"local-lvm"}}\
        """;

    var refused =
        book(ana, ",\"guests\":[%s,%s,%s]".formatted(guests, guests, guests.replace("vm", "x")));

    assertThat(refused.field()).isEqualTo("guests");
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
  void noResourceHasTheNumberZero() {
    var answer = get(bob, "/api/reservations?resource=0");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("resource");
  }

  @Test
  void whoeverHasAQuotaHasNothingMadeForThem() {
    api.access.quotas.set(
        new Holder.OfPerson(new PersonName("ana")), new Quota(4L, null, null, null));
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",%s
         "guests":[{"kind":"vm","name":"pc","node":"pve1",
                    "request":{"cores":2,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
        """;

    var refused = send(ana, "POST", "/api/reservations", wanted.formatted(""));
    var booked =
        send(olga, "POST", "/api/reservations", wanted.formatted("\"requester\":\"ana\","));

    assertThat(refused.problem()).isEqualTo("over-quota");
    assertThat(refused.body()).contains("ana has a quota");
    assertThat(booked.status()).isEqualTo(201);
  }
}
