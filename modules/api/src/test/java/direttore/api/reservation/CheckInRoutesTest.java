package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is ten in the morning in Rome. */
class CheckInRoutesTest extends ReservationRequests {
  private static final String NOW =
      """
      {"title":"BGP lesson","proxmox_node":"pve1","time_zone":"Europe/Rome",
       "start_dt":"2026-03-01T09:50:00","end_dt":"2026-03-01T12:00:00"}
      """;

  @BeforeEach
  void rule() {
    var set = send(olga, "PUT", "/api/policies/general", "{\"check_in_minutes\":15}");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.json().at("/policy/check_in_minutes").asInt()).isEqualTo(15);
  }

  private String booked() {
    var booked = send(ana, "POST", "/api/reservations", NOW);
    assertThat(booked.status()).isEqualTo(201);
    return "/api/reservations/" + booked.json().get("id").asInt();
  }

  @Test
  void tellsUntilWhenAndThatSomebodyIsThere() {
    var path = booked();
    var before = get(ana, path);
    assertThat(before.json().get("check_in_by").asText()).isEqualTo("2026-03-01T10:05:00+01:00");
    assertThat(before.json().get("checked_in_at").isNull()).isTrue();
    assertThat(before.json().get("may").toString()).contains("\"check-in\"");

    var checked = send(ana, "POST", path + "/check-in", "", "If-Match", before.header("ETag"));

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.json().get("check_in_by").isNull()).isTrue();
    assertThat(checked.json().get("checked_in_at").asText()).isEqualTo("2026-03-01T10:00:00+01:00");
    assertThat(checked.json().get("may").toString()).doesNotContain("check-in");
    assertThat(checked.json().get("version").asInt())
        .isEqualTo(before.json().get("version").asInt() + 1);
    var again = send(ana, "POST", path + "/check-in", "{}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo(checked.header("ETag"));
    var stale = send(ana, "POST", path + "/check-in", "{}", "If-Match", before.header("ETag"));
    assertThat(stale.status()).isEqualTo(412);
  }

  @Test
  void onlyWhoeverMayActOnItChecksIn() {
    var path = booked();

    assertThat(send(bob, "POST", path + "/check-in", "").status()).isEqualTo(403);
    assertThat(get(bob, path).json().get("may").toString()).doesNotContain("check-in");
    assertThat(send(olga, "POST", path + "/check-in", "").status()).isEqualTo(200);
  }

  @Test
  void whatNeedsNoneOrIsFarAheadIsRefused() {
    var later = "/api/reservations/" + book(ana, "").json().get("id").asInt();
    var free =
        "/api/reservations/"
            + send(olga, "POST", "/api/reservations", NOW).json().get("id").asInt();

    for (var path : new String[] {later, free}) {
      var refused = send(path.equals(free) ? olga : ana, "POST", path + "/check-in", "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("wrong-state");
    }
    assertThat(get(olga, free).json().get("check_in_by").isNull()).isTrue();
    assertThat(send(ana, "POST", "/api/reservations/99/check-in", "").status()).isEqualTo(404);
  }

  @Test
  void aBodyThatSaysMoreIsRefused() {
    assertThat(send(ana, "POST", booked() + "/check-in", "{\"at\":\"now\"}").field())
        .isEqualTo("at");
  }

  @Test
  void othersSeeNothingOfAPrivateOne() {
    var path =
        "/api/reservations/"
            + send(ana, "POST", "/api/reservations", NOW.replace("}", ",\"private\":true}"))
                .json()
                .get("id")
                .asInt();

    assertThat(get(ana, path).json().get("check_in_by").isNull()).isFalse();
    assertThat(get(bob, path).json().get("check_in_by").isNull()).isTrue();
  }

  @Test
  void minutesLieWithinTheirBounds() {
    for (var wrong : new String[] {"4", "1441", "-1", "\"15\"", "7.5"}) {
      var refused =
          send(olga, "PUT", "/api/policies/general", "{\"check_in_minutes\":%s}".formatted(wrong));
      assertThat(refused.field()).isEqualTo("check_in_minutes");
    }
    assertThat(
            send(olga, "PUT", "/api/policies/general", "{\"check_in_minutes\":null}")
                .json()
                .at("/policy/check_in_minutes")
                .isNull())
        .isTrue();
  }
}
