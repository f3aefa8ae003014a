package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.ResourceKind;
import org.junit.jupiter.api.Test;

/** What a reservation brings into being, as it is ordered. */
class ReservedGuestsTest extends ReservationRequests {
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
    assertThat(get(ana, path + "/parts").json()).hasSize(3);
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
  void whatIsMadeIsDecidedByWhatWhoeverReservesMayHave() {
    api.reservations.resources.bound(
        ResourceKind.PERSON, "ana", new Capacity(4, null, null, null, null, 5, 1, 1));
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00","claims":[%s],
         "guests":[{"kind":"vm","name":"pc-{n}","count":%d,"node":"pve1",
                    "request":{"cores":2,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
        """;

    var refused = send(ana, "POST", "/api/reservations", wanted.formatted("", 3));
    var booked = send(ana, "POST", "/api/reservations", wanted.formatted("", 2));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("reservation-conflict");
    assertThat(refused.json().at("/conflicts/0/resource/kind").asText()).isEqualTo("person");
    assertThat(refused.json().at("/conflicts/0/why").asText()).isEqualTo("capacity");
    assertThat(refused.json().at("/conflicts/0/free/cores").asInt()).isEqualTo(4);
    assertThat(refused.json().at("/conflicts/0/free/memory").isNull()).isTrue();
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().at("/claims/2/resource/name").asText()).isEqualTo("ana");
    assertThat(booked.json().at("/claims/2/vms").asInt()).isEqualTo(2);
  }

  @Test
  void theirDisksTakeRoomOfTheStorageThatTheyName() {
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00","claims":[%s],
         "guests":[{"kind":"vm","name":"pc-{n}","count":3,"node":"pve1",
                    "request":{"cores":1,"memory":1024,"disk":"20G","storage":"local-lvm"}}]}
        """;

    var booked = send(ana, "POST", "/api/reservations", wanted.formatted(""));
    var refused = send(ana, "POST", "/api/reservations", wanted.formatted(""));

    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().at("/claims/1/resource/name").asText()).isEqualTo("pve1/local-lvm");
    assertThat(booked.json().at("/claims/1/disk").asLong()).isEqualTo(60L << 30);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/conflicts/0/resource/kind").asText()).isEqualTo("storage");
    assertThat(refused.json().at("/conflicts/0/why").asText()).isEqualTo("capacity");
    assertThat(refused.json().at("/conflicts/0/free/disk").asLong()).isEqualTo(40L << 30);
    assertThat(refused.json().get("next_free")).isNotEmpty();
  }

  @Test
  void whatIsClaimedOfAStorageMustHoldTheirDisks() {
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
         "claims":[{"storage":"pve1/local-lvm","disk":%d}],
         "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"pve1",
                    "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
        """;

    var little = send(ana, "POST", "/api/reservations", wanted.formatted(7L << 30));
    var enough = send(ana, "POST", "/api/reservations", wanted.formatted(9L << 30));

    assertThat(little.field()).isEqualTo("claims[0]");
    assertThat(little.body()).contains("must be 8 GiB at least, which its guests take");
    assertThat(enough.status()).isEqualTo(201);
    assertThat(enough.json().at("/claims/0/disk").asLong()).isEqualTo(9L << 30);
    assertThat(enough.json().at("/claims/1/resource/kind").asText()).isEqualTo("node");
  }

  @Test
  void howMuchOthersMayHaveIsNotTold() {
    var most = new Capacity(4, null, null, null, null, 5, 1, 1);
    api.reservations.resources.bound(ResourceKind.PERSON, "ana", most);
    api.reservations.resources.bound(ResourceKind.PERSON, "bob", most);
    api.reservations.resources.bound(ResourceKind.TEAM, "red", most);
    var admin = api.access.person("ada", Grant.everywhere(Role.ADMIN));

    var own = get(ana, "/api/resources?kind=person").json();
    var all = get(admin, "/api/resources?kind=person").json();

    assertThat(own.findValuesAsText("name")).containsExactly("ana");
    assertThat(all.findValuesAsText("name")).contains("ana", "bob");
    assertThat(get(ana, "/api/resources?kind=team").json()).isEmpty();
    var path = "/api/resources/" + all.get(1).get("id").asInt();
    assertThat(get(admin, path).status()).isEqualTo(200);
    assertThat(get(ana, path).status()).isEqualTo(404);
  }

  @Test
  void whatIsMadeOnAPoolsNodeIsWithinWhatIsClaimedOfIt() {
    api.reservations.pools.add(new Pool.Form("lab-a", new NodeName("pve1"), 4, 4));
    var wanted =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
         "claims":[{"pool":"lab-a","vms":%d}],
         "guests":[{"kind":"vm","name":"pc-{n}","count":3,"node":"pve1",
                    "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
        """;

    var refused = send(ana, "POST", "/api/reservations", wanted.formatted(2));
    var booked = send(ana, "POST", "/api/reservations", wanted.formatted(3));

    assertThat(refused.problem()).isEqualTo("pool-full");
    assertThat(refused.body()).contains("pool lab-a", "2027-03-01 10:15 (Europe/Rome)");
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().at("/claims/0/vms").asInt()).isEqualTo(3);
  }

  @Test
  void whosePrivateGuestsThoseAreIsNotTold() {
    var booked =
        send(
            ana,
            "POST",
            "/api/reservations",
            """
            {"title":"exam","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00","private":true,
             "guests":[{"kind":"vm","name":"pc","node":"pve1",
                        "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
            """);

    var path = booked.header("location");
    assertThat(get(ana, path).json().findValuesAsText("kind")).contains("person");
    assertThat(get(bob, path).json().at("/claims/0/resource/name").asText()).isEqualTo("pve1");
    assertThat(get(bob, path).body()).doesNotContain("ana");
    assertThat(get(bob, "/api/reservations").body()).doesNotContain("ana");
  }

  @Test
  void eachGuestOfAReservationHasANameOfItsOwn() {
    var guests =
        """
        {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",
         "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"pve1",
                    "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}},
                   {"kind":"vm","name":"%s","node":"pve1",
                    "request":{"cores":1,"memory":1024,"disk":"4G","storage":"local-lvm"}}]}
        """;

    var twice = send(ana, "POST", "/api/reservations", guests.formatted("pc-2"));

    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.field()).isEqualTo("guests[1].name");
    assertThat(send(ana, "POST", "/api/reservations", guests.formatted("pc-3")).status())
        .isEqualTo(201);
  }
}
