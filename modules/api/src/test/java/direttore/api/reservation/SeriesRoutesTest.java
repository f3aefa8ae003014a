package direttore.api.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.series.EditScope;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SeriesRoutesTest extends ReservationRequests {
  private static final String DAILY = ",\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=3\"}";

  private String daily() {
    return "/api/reservations/" + book(ana, DAILY).json().get("id").asInt();
  }

  @Test
  void anEditSaysWhatItIsMeantFor() {
    var path = daily();

    var edited =
        send(
            ana,
            "PATCH",
            path + "?scope=later",
            """
            {"title":"OSPF","series_version":1,
             "recurrence":{"rule":"FREQ=WEEKLY;COUNT=4","exdates":["2027-03-08T09:00"],"mode":"skip"}}
            """,
            "If-Match",
            "\"1-\"");

    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    assertThat(edited.json().get("title").asText()).isEqualTo("OSPF");
    assertThat(edited.json().at("/series/dates/0/outcome").asText()).isEqualTo("changed");
    var asked = Objects.requireNonNull(api.seriesEdits.asked);
    assertThat(asked.scope()).isEqualTo(EditScope.LATER);
    assertThat(asked.rule()).hasToString("FREQ=WEEKLY;COUNT=4");
    assertThat(asked.exceptions()).containsExactly(LocalDateTime.parse("2027-03-08T09:00"));
    assertThat(asked.mode()).isEqualTo(NewSeries.Mode.SKIP);
    assertThat(asked.version()).isEqualTo(1);
    assertThat(asked.seriesVersion()).isEqualTo(1);
    assertThat(asked.by()).isEqualTo("ana");
  }

  @Test
  void aDryRunChangesNothing() {
    var path = daily();

    var tried = send(ana, "PATCH", path + "?scope=all", "{\"title\":\"x\",\"dry_run\":true}");

    assertThat(tried.json().at("/series/dates")).hasSize(1);
    assertThat(get(ana, path).json().get("title").asText()).isEqualTo("BGP lesson");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    var path = daily();
    var elsewhere = MORNING.replace("pve1", "pve2").formatted("");
    var once = send(ana, "POST", "/api/reservations", elsewhere).header("location");

    assertThat(send(ana, "PATCH", path + "?scope=none", "{\"title\":\"x\"}").field())
        .isEqualTo("scope");
    assertThat(send(ana, "PATCH", once + "?scope=all", "{\"title\":\"x\"}").field())
        .isEqualTo("scope");
    var rule = "{\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=2\"}}";
    assertThat(send(ana, "PATCH", path, rule).field()).isEqualTo("recurrence");
    assertThat(
            send(ana, "PATCH", path + "?scope=all", "{\"recurrence\":{\"rule\":\"FREQ=HOURLY\"}}")
                .field())
        .isEqualTo("recurrence.rule");
    assertThat(send(ana, "PATCH", path + "?scope=all", "{\"status\":\"cancelled\"}").field())
        .isEqualTo("status");
    assertThat(send(bob, "PATCH", path + "?scope=all", "{\"title\":\"x\"}").status())
        .isEqualTo(403);
  }

  @Test
  void aSeriesIsShownWithItsDates() {
    daily();

    var series = get(bob, "/api/series/1");

    assertThat(series.json().get("rule").asText()).isEqualTo("FREQ=DAILY;COUNT=3");
    assertThat(series.json().get("dates")).hasSize(3);
    assertThat(series.json().at("/dates/0/occurrence").asText()).isEqualTo("2027-03-01T09:00:00");
    assertThat(series.header("ETag")).startsWith("\"1-");
    assertThat(get(bob, "/api/series/2").status()).isEqualTo(404);
  }

  @Test
  void onlyWhoMayChangeItTriesSkippedDatesAgain() {
    daily();
    var path = "/api/series/1/retry-skipped";

    assertThat(send(bob, "POST", path, "").status()).isEqualTo(403);
    assertThat(send(ana, "POST", path, "", "If-Match", "\"2-\"").status()).isEqualTo(412);
    assertThat(send(ana, "POST", path, "").json().get("tried")).isEmpty();
  }
}
