package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.PersonName;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
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
