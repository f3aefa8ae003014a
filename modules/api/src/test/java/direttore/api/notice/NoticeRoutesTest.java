package direttore.api.notice;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.notice.Notice;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticeRoutesTest {
  private static final Notice ENDING =
      new Notice(
          12,
          NoticeKind.ENDING,
          Instant.parse("2026-03-02T12:55:00Z"),
          7,
          3,
          "BGP",
          new Window(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-02T13:00:00Z")),
          ZoneId.of("Europe/Rome"),
          Phase.RUNNING,
          null,
          null,
          null,
          null);

  private final TestApi api = TestApi.guarded();
  private final String[] ana = token("ana");
  private final String[] ben = token("ben");

  private String[] token(String name) {
    var person = api.access.person(name, Grant.everywhere(Role.VIEWER));
    return new String[] {"Authorization", "Bearer " + api.access.token(person, Role.VIEWER)};
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void tellsWhoeverAsksOfTheirReservationsAlone() {
    api.notices.tell("ana", ENDING);

    var told = api.client().get("/api/notices", ana).json();

    assertThat(told).hasSize(1);
    assertThat(told.get(0).get("kind").asText()).isEqualTo("ending");
    assertThat(told.get(0).get("by").isNull()).isTrue();
    assertThat(told.get(0).get("reservation").get("end_dt").asText())
        .isEqualTo("2026-03-02T13:00:00Z");
    assertThat(api.client().get("/api/notices", ben).json()).isEmpty();
  }

  @Test
  void putsAwayOnlyTheirOwn() {
    api.notices.tell("ana", ENDING);

    assertThat(api.client().post("/api/notices/12/seen", "{}", ben).status()).isEqualTo(404);
    assertThat(api.client().post("/api/notices/12/seen", "{}", ana).status()).isEqualTo(204);
    assertThat(api.client().post("/api/notices/12/seen", "{}", ana).status()).isEqualTo(404);
    assertThat(api.client().get("/api/notices", ana).json()).isEmpty();
  }
}
