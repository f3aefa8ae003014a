package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestClient.Answer;
import direttore.domain.access.Actor;
import direttore.domain.access.Person;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingRoutesTest extends ReservationRequests {
  private static final String WISH =
      """
      {"title":"BGP lesson","claims":[{"node":"pve1"}],"until":"2026-03-20T18:00:00","minutes":120%s}
      """;

  private Answer enter(Person person, String more) {
    return send(person, "POST", "/api/waiting", WISH.formatted(more));
  }

  @Test
  void eachSeesTheirOwnAndOperatorsAll() {
    var first = enter(ana, ",\"notes\":\"room 3\"");
    var second = enter(bob, "");

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().at("/claims/0").toString()).isEqualTo("{\"node\":\"pve1\"}");
    assertThat(first.json().get("state").asText()).isEqualTo("waiting");
    assertThat(first.json().get("place").asInt()).isEqualTo(1);
    assertThat(first.json().get("until").asText()).isEqualTo("2026-03-20T18:00:00+01:00");
    assertThat(second.json().get("place").asInt()).isEqualTo(2);
    assertThat(second.json().get("likely").isNull()).isTrue();
    assertThat(get(bob, "/api/waiting").json()).hasSize(1);
    assertThat(get(olga, "/api/waiting").json()).hasSize(2);
    assertThat(get(olga, "/api/waiting").json().at("/0/mine").asBoolean()).isFalse();
  }

  @Test
  void saysWhereAWishWouldStand() {
    enter(bob, "");

    var asked = enter(ana, ",\"dry_run\":true");

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.json().toString()).isEqualTo("{\"place\":2,\"likely\":null}");
    assertThat(get(olga, "/api/waiting").json()).hasSize(1);
    assertThat(enter(ana, ",\"dry_run\":true,\"at_end\":\"destroy\"").field()).isEqualTo("at_end");
  }

  @Test
  void onlyWhoWaitsAndOperatorsTakeItOff() {
    enter(ana, "");
    enter(ana, "");

    assertThat(send(bob, "DELETE", "/api/waiting/1", "").status()).isEqualTo(403);
    assertThat(send(ana, "DELETE", "/api/waiting/1", "").status()).isEqualTo(204);
    assertThat(send(ana, "DELETE", "/api/waiting/1", "").status()).isEqualTo(404);
    assertThat(send(olga, "DELETE", "/api/waiting/2", "").status()).isEqualTo(204);
    assertThat(send(olga, "DELETE", "/api/waiting/x", "").status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithAWish() {
    assertThat(enter(ana, ",\"from\":\"2026-03-21T08:00\"").field()).isEqualTo("until");
    assertThat(enter(ana, ",\"from\":\"2026-03-20T17:00\"").field()).isEqualTo("minutes");
    assertThat(enter(ana, ",\"team\":\"others\"").field()).isEqualTo("team");
    assertThat(enter(ana, ",\"requester\":\"bob\"").field()).isEqualTo("requester");
    assertThat(enter(ana, ",\"at_end\":\"destroy\"").field()).isEqualTo("at_end");
    assertThat(enter(ana, ",\"place\":1").field()).isEqualTo("place");
    assertThat(
            send(ana, "POST", "/api/waiting", WISH.formatted("").replace("{\"node\":\"pve1\"}", ""))
                .field())
        .isEqualTo("claims");
    assertThat(
            send(
                    ana,
                    "POST",
                    "/api/waiting",
                    WISH.formatted("").replace("2026-03-20", "2026-09-20"))
                .field())
        .isEqualTo("until");
    assertThat(
            send(
                    ana,
                    "POST",
                    "/api/waiting",
                    WISH.formatted("").replace("\"node\":\"pve1\"", "\"guest\":99999"))
                .field())
        .isEqualTo("claims[0].guest");
  }

  @Test
  void anOfferIsAcceptedByWhomItIsForWhileItIsOne() {
    var wish = enter(ana, "").json().get("id").asLong();
    var window = Window.of(Instant.parse("2026-03-20T09:00:00Z"), Duration.ofHours(2));
    var offered = offered(wish, window);
    var path = "/api/reservations/" + offered;

    var entry = get(ana, "/api/waiting").json().get(0);
    assertThat(entry.get("state").asText()).isEqualTo("offered");
    assertThat(entry.at("/offer/reservation").asLong()).isEqualTo(offered);
    assertThat(entry.at("/offer/start_dt").asText()).isEqualTo("2026-03-20T10:00:00+01:00");
    assertThat(entry.get("place").isNull()).isTrue();
    assertThat(get(ana, path).json().get("may").toString()).isEqualTo("[\"accept\",\"cancel\"]");
    assertThat(send(bob, "POST", path + "/accept", "").status()).isEqualTo(403);

    var accepted = send(ana, "POST", path + "/accept", "");

    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.json().get("phase").asText()).isEqualTo("booked");
    assertThat(send(ana, "POST", path + "/accept", "").problem()).isEqualTo("wrong-state");
    assertThat(send(ana, "POST", path + "/accept", "{\"x\":1}").field()).isEqualTo("x");
  }

  @Test
  void aRefusedBookingSaysWhetherItMayWait() {
    book(ana, "");

    var refused = book(bob, "").json();

    assertThat(refused.get("may_wait").asBoolean()).isTrue();
    assertThat(refused.has("why_not_wait")).isFalse();
    assertThat(book(bob, ",\"dry_run\":true").json().get("may_wait").asBoolean()).isTrue();
    assertThat(whyNot(",\"grace_minutes\":5"))
        .isEqualTo("The waiting list takes nothing with a lead or grace time.");
    assertThat(whyNot(",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=2\"}"))
        .isEqualTo("The waiting list takes nothing that repeats.");

    for (var i = 0; i < 20; i++) {
      enter(bob, "");
    }

    assertThat(whyNot("")).isEqualTo("There are enough.");
  }

  @Test
  void aRefusedChangeSaysNothingOfWaiting() {
    book(ana, "");
    var next = MORNING.formatted("").replace("2027-03-01", "2027-03-02");
    var id = send(bob, "POST", "/api/reservations", next).json().get("id").asInt();

    var moved =
        send(bob, "PATCH", "/api/reservations/" + id, "{\"start_dt\":\"2027-03-01T09:00:00\"}");

    assertThat(moved.problem()).isEqualTo("reservation-conflict");
    assertThat(moved.json().has("may_wait")).isFalse();
    assertThat(moved.json().has("why_not_wait")).isFalse();
  }

  private String whyNot(String more) {
    var refused = book(bob, more);
    assertThat(refused.problem()).isEqualTo("reservation-conflict");
    assertThat(refused.json().get("may_wait").asBoolean()).isFalse();
    return refused.json().get("why_not_wait").asText();
  }

  private long offered(long wish, Window window) {
    var by = new Submitter(Actor.stranger("ana"), null, List.of());
    var offered = api.reservations.book(api.waiting.find(wish).wish().at(window), by).id();
    api.waiting.offer(wish, offered, window);
    return offered;
  }
}
