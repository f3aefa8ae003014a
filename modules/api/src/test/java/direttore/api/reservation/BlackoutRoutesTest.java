package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlackoutRoutesTest extends ReservationRequests {
  private static final String FIRMWARE =
      """
      {"title":"New firmware","start_dt":"2027-03-01T10:00","end_dt":"2027-03-01T14:00",
       "claims":[{"node":"pve1"}]%s}
      """;

  private Answer close(String more) {
    return send(olga, "POST", "/api/blackouts", FIRMWARE.formatted(more));
  }

  @Test
  void onlyOperatorsCloseAndOpen() {
    var path = "/api/blackouts/" + close("").json().at("/blackout/id").asInt();

    assertThat(send(ana, "POST", "/api/blackouts", FIRMWARE.formatted("")).status()).isEqualTo(403);
    assertThat(send(ana, "DELETE", path, "").status()).isEqualTo(403);
    assertThat(get(ana, "/api/blackouts").json()).hasSize(1);
    assertThat(get(ana, "/api/reservations").json().at("/0/kind").asText()).isEqualTo("blackout");
    assertThat(get(ana, "/api/reservations").json().at("/0/may")).isEmpty();
    assertThat(get(olga, "/api/reservations").json().at("/0/may/0").asText()).isEqualTo("cancel");
    assertThat(send(olga, "DELETE", path, "").status()).isEqualTo(204);
    assertThat(api.reservations.names).containsExactly("olga");
    assertThat(get(ana, "/api/blackouts").json()).isEmpty();
    assertThat(book(ana, "").status()).isEqualTo(201);
  }

  @Test
  void nobodyBooksWhatIsClosed() {
    close("");

    var refused = book(ana, "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/conflicts/0/why").asText()).isEqualTo("blackout");
    assertThat(refused.json().at("/conflicts/0/title").asText()).isEqualTo("New firmware");
  }

  @Test
  void whatIsInTheWayIsToldOrCalledOffWithTheReason() {
    var booked = book(ana, "").json().get("id").asInt();

    var refused = close("");
    var made = close(",\"conflicts\":\"cancel\"");

    assertThat(refused.problem()).isEqualTo("reservation-conflict");
    assertThat(refused.json().at("/conflicts/0/reservation").asInt()).isEqualTo(booked);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/cancelled/0").asInt()).isEqualTo(booked);
    var seen = get(ana, "/api/reservations/" + booked).json();
    assertThat(seen.get("status").asText()).isEqualTo("cancelled");
    assertThat(seen.get("reason").asText()).isEqualTo("Blackout: New firmware");
  }

  @Test
  void itIsNotMovedAndNotHandedOver() {
    var path = "/api/reservations/" + close("").json().at("/blackout/id").asInt();

    assertThat(send(olga, "POST", path + "/extend", "{\"minutes\":5}").problem())
        .isEqualTo("wrong-state");
    assertThat(send(olga, "PATCH", path, "{\"title\":\"Firmware 2\"}").status()).isEqualTo(200);
    assertThat(send(ana, "PATCH", path, "{\"title\":\"mine\"}").status()).isEqualTo(403);
    assertThat(send(olga, "DELETE", "/api/blackouts/999", "").status()).isEqualTo(404);
    for (var none : List.of("999", "None")) {
      assertThat(send(olga, "DELETE", "/api/blackouts/" + none, "").json().get("detail").asText())
          .isEqualTo("there is no blackout " + none);
    }
    var booking = book(ana, "").json();
    assertThat(booking.get("status").asInt()).isEqualTo(409);
  }

  @Test
  void saysWhatIsWrongWithIt() {
    assertThat(
            send(
                    olga,
                    "POST",
                    "/api/blackouts",
                    FIRMWARE.formatted("").replace("{\"node\":\"pve1\"}", ""))
                .field())
        .isEqualTo("claims");
    assertThat(
            send(
                    olga,
                    "POST",
                    "/api/blackouts",
                    FIRMWARE.formatted("").replace("\"pve1\"", "\"pve1\",\"cores\":2"))
                .field())
        .isEqualTo("claims[0]");
    assertThat(close(",\"conflicts\":\"ignore\"").field()).isEqualTo("conflicts");
    assertThat(close(",\"private\":true").field()).isEqualTo("private");
    assertThat(close("").status()).isEqualTo(201);
  }
}
