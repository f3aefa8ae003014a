package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryEntry.Whose;
import direttore.domain.reservation.history.HistoryKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryRoutesTest extends ReservationRequests {
  private static final Instant NINE = Instant.parse("2027-03-01T08:00:00Z");

  private static Window until(int hours) {
    return new Window(NINE, NINE.plusSeconds(hours * 3600L));
  }

  @BeforeEach
  void happened() {
    api.reservations.history.entries.addAll(
        List.of(
            new HistoryEntry(
                0,
                HistoryKind.BOOKED,
                NINE.minusSeconds(7200),
                "ana",
                null,
                null,
                until(2),
                null,
                new Whose("ana", new TeamName("net")),
                List.of()),
            new HistoryEntry(
                4,
                HistoryKind.EXTENDED,
                NINE.minusSeconds(3600),
                "olga",
                "ana",
                null,
                until(3),
                until(2),
                null,
                List.of("notes")),
            new HistoryEntry(5, HistoryKind.CANCELLED, NINE, "ana", "Ana is ill.")));
  }

  private String booked(String more) {
    return "/api/reservations/" + book(ana, more).json().get("id").asInt();
  }

  @Test
  void tellsWhatHappenedTheLatestFirst() {
    var told = get(bob, booked("") + "/events");

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.json().at("/events").findValuesAsText("kind"))
        .containsExactly("cancelled", "extended", "booked");
    assertThat(told.json().get("next").isNull()).isTrue();
    assertThat(told.json().get("since").isNull()).isTrue();
    assertThat(told.json().at("/events/0/reason").asText()).isEqualTo("Ana is ill.");
    assertThat(told.json().at("/events/1").toString())
        .isEqualTo(
            """
            {"id":4,"kind":"extended","at":"2027-03-01T07:00:00Z","by":"olga","asked_by":"ana","reason":null,\
            "window":{"from":"2027-03-01T09:00:00+01:00","until":"2027-03-01T12:00:00+01:00"},\
            "before":{"from":"2027-03-01T09:00:00+01:00","until":"2027-03-01T11:00:00+01:00"},\
            "whose":null,"fields":["notes"]}\
            """);
    assertThat(told.json().at("/events/2/whose").toString())
        .isEqualTo("{\"requester\":\"ana\",\"team\":\"net\"}");
  }

  @Test
  void othersHearOfAPrivateOneNeitherWhoNorWhy() {
    var path = booked(",\"private\":true") + "/events";

    var told = get(bob, path);

    assertThat(told.json().at("/events").findValuesAsText("kind"))
        .containsExactly("cancelled", "extended", "booked");
    assertThat(told.json().at("/events/1/window/until").asText())
        .isEqualTo("2027-03-01T12:00:00+01:00");
    assertThat(told.body()).doesNotContain("ana", "olga", "net", "ill", "notes");
    assertThat(get(olga, path).body()).contains("Ana is ill.", "\"by\":\"ana\"", "net");
    assertThat(get(ana, path).body()).contains("Ana is ill.", "notes");
  }

  @Test
  void isReadPageByPage() {
    var path = booked("") + "/events?limit=2";

    var first = get(ana, path);
    var second = get(ana, path + "&after=" + first.json().get("next").asText());

    assertThat(first.json().at("/events").findValuesAsText("id")).containsExactly("5", "4");
    assertThat(second.json().at("/events").findValuesAsText("id")).containsExactly("0");
    assertThat(second.json().get("next").isNull()).isTrue();
    for (var wrong : List.of("limit=0", "limit=201", "after=-1", "after=x")) {
      var refused = get(ana, path.replace("limit=2", wrong));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.field()).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  @Test
  void saysFromWhenOnItIsKept() {
    api.reservations.history.since = NINE;

    assertThat(get(ana, booked("") + "/events").json().get("since").asText())
        .isEqualTo("2027-03-01T08:00:00Z");
  }

  @Test
  void ofWhatIsNotThereNothingIsTold() {
    assertThat(get(ana, "/api/reservations/99/events").status()).isEqualTo(404);
  }
}
