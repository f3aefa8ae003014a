package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestClient.Answer;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Pool;
import org.junit.jupiter.api.Test;

/**
 * What a reservation brings can be another before it is made, and taken care of otherwise after.
 */
class ChangedGuestsTest extends ReservationRequests {
  private static final String GUESTS =
      """
      "guests":[{"kind":"vm","name":"%s","count":%d,"node":"pve1",%s
                 "request":{"cores":2,"memory":1024,"disk":"4G","storage":"local-lvm"}}]
      """;
  private static final String BOOKING =
      """
      {"title":"class","start_dt":"2027-03-01T09:00","end_dt":"2027-03-01T10:00",%s}
      """;

  private String booked(String more) {
    var answer = send(ana, "POST", "/api/reservations", BOOKING.formatted(more));
    assertThat(answer.status()).isEqualTo(201);
    return "/api/reservations/" + answer.json().get("id").asInt();
  }

  private Answer patch(String path, String name, int count, String more) {
    return send(ana, "PATCH", path, "{" + GUESTS.formatted(name, count, more) + "}");
  }

  @Test
  void moreGuestsTakeMoreOfTheirNodeAndOfWhatTheirPersonMayHave() {
    var path = booked(GUESTS.formatted("pc-{n}", 2, ""));

    var more = patch(path, "pc-{n}", 3, "");

    assertThat(more.status()).isEqualTo(200);
    assertThat(more.json().at("/claims/0/cores").asInt()).isEqualTo(6);
    assertThat(more.json().at("/claims/1/resource/name").asText()).isEqualTo("pve1/local-lvm");
    assertThat(more.json().at("/claims/1/disk").asLong()).isEqualTo(12L << 30);
    assertThat(more.json().at("/claims/2/resource/kind").asText()).isEqualTo("person");
    assertThat(more.json().at("/claims/2/vms").asInt()).isEqualTo(3);
    assertThat(more.json().at("/lead_minutes").asInt()).isEqualTo(6);
    assertThat(get(ana, path + "/parts").json()).hasSize(3);
  }

  @Test
  void whatWasClaimedForThemMustSuffice() {
    var share = "\"claims\":[{\"node\":\"pve1\",\"cores\":5,\"memory\":4096}],";
    var path = booked(share + GUESTS.formatted("pc-{n}", 2, ""));

    var refused = patch(path, "pc-{n}", 3, "");
    var claimed = send(ana, "PATCH", path, "{" + share + GUESTS.formatted("pc-{n}", 3, "") + "}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field()).isEqualTo("guests");
    assertThat(refused.body()).contains("would take 6 cores and 3072 MiB, and 5 cores");
    assertThat(claimed.field()).isEqualTo("claims[0]");
    assertThat(patch(path, "ws", 1, "").json().at("/claims/0/cores").asInt()).isEqualTo(5);
  }

  @Test
  void theFirstGuestsAreMadeAndEndAsWhenTheyAreBooked() {
    var path = booked("\"proxmox_node\":\"pve1\"");

    var brings = patch(path, "pc-{n}", 2, "");
    var none = send(ana, "PATCH", path, "{\"guests\":[]}");

    assertThat(brings.json().get("at_end").asText()).isEqualTo("destroy");
    assertThat(brings.json().get("grace_minutes").asInt()).isEqualTo(10);
    assertThat(brings.json().at("/claims/0/whole").asBoolean()).isTrue();
    assertThat(brings.json().at("/claims/1/disk").asLong()).isEqualTo(8L << 30);
    assertThat(brings.json().at("/claims/2/vms").asInt()).isEqualTo(2);
    assertThat(none.json().get("guests")).isEmpty();
    assertThat(none.json().get("at_end").asText()).isEqualTo("nothing");
    assertThat(none.json().get("claims")).hasSize(1);
  }

  @Test
  void theSameGuestsAgainChangeNothing() {
    var path = booked(GUESTS.formatted("pc-{n}", 2, ""));

    var same = patch(path, "pc-{n}", 2, "");
    var otherwise = patch(path, "pc-{n}", 2, "\"ready\":{\"check\":\"port\",\"port\":22},");

    assertThat(same.json().get("version").asInt()).isEqualTo(1);
    assertThat(otherwise.json().get("version").asInt()).isEqualTo(2);
    assertThat(otherwise.json().at("/guests/0/ready/port").asInt()).isEqualTo(22);
    assertThat(otherwise.json().at("/claims/0/cores").asInt()).isEqualTo(4);
  }

  @Test
  void onceTheyAreMadeOnlyTheirCareChanges() {
    var path = booked(GUESTS.formatted("pc-{n}", 2, ""));
    api.reservations.reached(1, Phase.RUNNING);

    var care = patch(path, "pc-{n}", 2, "\"at_end\":\"stop\",\"ready\":{\"check\":\"none\"},");

    assertThat(care.status()).isEqualTo(200);
    assertThat(care.json().at("/guests/0/at_end").asText()).isEqualTo("stop");
    assertThat(care.json().at("/guests/0/ready/check").asText()).isEqualTo("none");
    assertThat(patch(path, "pc-{n}", 3, "").field()).isEqualTo("guests[0].count");
    assertThat(patch(path, "pc-{n}", 3, "").problem()).isEqualTo("wrong-state");
    assertThat(patch(path, "ws-{n}", 2, "").field()).isEqualTo("guests[0].name");
    assertThat(send(ana, "PATCH", path, "{\"guests\":[]}").field()).isEqualTo("guests");
  }

  @Test
  void whatIsWrongWithThemHasItsPlace() {
    api.reservations.pools.add(new Pool.Form("lab-a", new NodeName("pve1"), 4, 4));
    var pool = "\"claims\":[{\"pool\":\"lab-a\",\"vms\":2}],";
    var path = booked(pool + GUESTS.formatted("pc-{n}", 2, ""));

    assertThat(patch(path, "pc-{n}", 3, "").problem()).isEqualTo("pool-full");
    assertThat(patch(path, "pc", 2, "").field()).isEqualTo("guests[0].name");
    assertThat(patch(path, "pc-{n}", 2, "\"ready\":{\"check\":\"port\"},").field())
        .isEqualTo("guests[0].ready.port");
    var twice = GUESTS.formatted("pc-1", 1, "").replace("}}]", "}},");
    assertThat(
            send(
                    ana,
                    "PATCH",
                    path,
                    "{"
                        + twice
                        + GUESTS
                            .formatted("pc-{n}", 2, "")
                            .strip()
                            .replaceFirst("\"guests\":\\[", "")
                        + "}")
                .field())
        .isEqualTo("guests[1].name");
    assertThat(send(ana, "PATCH", path + "?scope=all", "{\"guests\":[]}").field())
        .isEqualTo("guests");
    assertThat(send(bob, "PATCH", path, "{\"guests\":[]}").status()).isEqualTo(403);
  }
}
