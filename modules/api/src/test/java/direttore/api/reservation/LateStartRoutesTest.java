package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How late a reservation began, and what of it is out of service, in answers. */
class LateStartRoutesTest extends ReservationRequests {
  private long booked(boolean hidden) {
    var body =
        """
        {"title":"BGP","proxmox_node":"pve1","private":%s,"start_dt":"2026-03-02T09:00:00",
         "end_dt":"2026-03-02T12:00:00"}
        """
            .formatted(hidden);
    return send(ana, "POST", "/api/reservations", body).json().get("id").asLong();
  }

  @Test
  void saysByHowManySecondsItBeganLate() {
    var id = booked(false);
    var path = "/api/reservations/" + id;
    assertThat(get(ana, path).json().get("late_by").isNull()).isTrue();

    api.reservations.marks.begunLate(id, Duration.ofMinutes(7));

    assertThat(get(ana, path).json().get("late_by").asLong()).isEqualTo(420);
  }

  @Test
  void othersSeeNothingOfThatOfAPrivateOne() {
    var id = booked(true);
    var path = "/api/reservations/" + id;
    api.reservations.marks.begunLate(id, Duration.ofMinutes(7));
    var node = get(ana, path).json().at("/claims/0/resource/id").asInt();
    send(olga, "PATCH", "/api/resources/" + node, "{\"out_of_service\":\"fan\"}");

    assertThat(get(ana, path).json().at("/at_risk/0/why").asText()).isEqualTo("fan");
    assertThat(get(bob, path).json().get("at_risk")).isEmpty();
    assertThat(get(bob, path).json().get("late_by").isNull()).isTrue();
  }
}
