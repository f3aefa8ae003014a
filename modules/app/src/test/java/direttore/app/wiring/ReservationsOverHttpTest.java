package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reservations from HTTP to PostgreSQL and the simulated cluster. */
final class ReservationsOverHttpTest {
  private static final Pattern SERIES = Pattern.compile("\"series\":\\{\"id\":(\\d+)");
  private static final Pattern OFFER = Pattern.compile("\"offer\":\\{\"reservation\":(\\d+)");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");

  @TempDir static Path folder;
  private static ServedProgram program;

  @BeforeAll
  static void start() {
    program = ServedProgram.open(folder);
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static HttpResponse<String> send(String method, String path, String json)
      throws IOException {
    return program.send(null, method, path, json);
  }

  private static String get(String path) throws IOException {
    return send("GET", path, "").body();
  }

  private static String book(String more, int status) throws IOException {
    var answer = send("POST", "/api/reservations/", "{\"title\":\"lesson\"," + more + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static String path(String booked) {
    var match = ID.matcher(booked);
    assertThat(match.find()).as(booked).isTrue();
    return "/api/reservations/" + match.group(1);
  }

  @Test
  void whatIsBookedIsTakenUntilItIsCancelled() throws IOException {
    var morning =
        "\"proxmox_node\":\"pve2\",\"start_dt\":\"2027-03-01T09:00\",\"end_dt\":\"2027-03-01T12:00\"";
    var booked = path(book(morning, 201));

    assertThat(book(morning, 409))
        .contains("\"conflicts\":[{", "\"why\":\"taken\"", "\"next_free\":[{")
        .contains("\"start_dt\":\"2027-03-01T12:00:00+01:00\"");
    assertThat(send("PATCH", booked, "{\"end_dt\":\"2027-03-01T13:00\"}").body())
        .contains("\"end_dt\":\"2027-03-01T13:00:00+01:00\"", "\"version\":2");
    assertThat(send("DELETE", booked, "").statusCode()).isEqualTo(204);
    assertThat(path(book(morning, 201))).isNotEqualTo(booked);
  }

  @Test
  void aSeriesLeavesOutWhatIsTaken() throws IOException {
    var lesson = "\"proxmox_node\":\"pve1\",\"start_dt\":\"%s\",\"end_dt\":\"%s\"";
    book(lesson.formatted("2027-05-08T09:00", "2027-05-08T10:00"), 201);
    var weekly =
        lesson.formatted("2027-05-01T09:00", "2027-05-01T10:00")
            + ",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=3\",\"mode\":\"%s\"}";

    book(weekly.formatted("all"), 409);
    assertThat(book(weekly.formatted("skip") + ",\"dry_run\":true", 200))
        .contains("\"refused\":\"node pve1 is taken\"");
    assertThat(book(weekly.formatted("skip"), 201))
        .contains("\"rule\":\"FREQ=WEEKLY;COUNT=3\"")
        .contains("\"skipped\":[{\"start_dt\":\"2027-05-08T09:00:00+02:00\"");
  }

  @Test
  void aSeriesIsEditedFromADateOnAndItsSkippedDatesAreTriedAgain() throws IOException {
    var lesson = "\"proxmox_node\":\"pve2\",\"start_dt\":\"%s\",\"end_dt\":\"%s\"";
    var taken = path(book(lesson.formatted("2027-09-16T10:00", "2027-09-16T11:00"), 201));
    var weekly =
        lesson.formatted("2027-09-02T09:00", "2027-09-02T10:00")
            + ",\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=4\"}";
    var first = path(book(weekly, 201));
    var later =
        "{\"start_dt\":\"2027-09-02T10:00\",\"end_dt\":\"2027-09-02T11:00\","
            + "\"recurrence\":{\"mode\":\"%s\"},\"dry_run\":%s}";

    assertThat(send("PATCH", first + "?scope=all", later.formatted("all", true)).body())
        .contains("\"outcome\":\"kept\",\"refused\":\"node pve2 is taken\"");
    assertThat(send("PATCH", first + "?scope=all", later.formatted("all", false)).statusCode())
        .isEqualTo(409);
    var edited = send("PATCH", first + "?scope=all", later.formatted("skip", false)).body();
    assertThat(edited).contains("\"start_dt\":\"2027-09-23T10:00:00+02:00\"");
    var series = SERIES.matcher(edited);
    assertThat(series.find()).as(edited).isTrue();
    var its = "/api/series/" + series.group(1);
    assertThat(get(its)).contains("\"start_dt\":\"2027-09-16T09:00:00+02:00\"", "\"version\":2");

    book(lesson.formatted("2027-09-30T10:00", "2027-09-30T11:00"), 201);
    var longer = "{\"recurrence\":{\"rule\":\"FREQ=WEEKLY;COUNT=6\",\"mode\":\"skip\"}}";
    assertThat(send("PATCH", first + "?scope=all", longer).body())
        .contains("\"outcome\":\"skipped\",\"refused\":\"node pve2 is taken\"");
    assertThat(send("POST", its + "/retry-skipped", "").body())
        .contains("\"tried\":[{\"reservation\":null");
    assertThat(send("DELETE", taken, "").statusCode()).isEqualTo(204);
  }

  @Test
  void whatComesFreeIsOfferedToWhoWaitsForIt() throws IOException {
    var start = Instant.now().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.DAYS);
    var times = "\"start_dt\":\"%s\",\"end_dt\":\"%s\"".formatted(start, start.plusSeconds(7200));
    var booked = path(book("\"proxmox_node\":\"pve2\"," + times, 201));
    var wish =
        """
        {"title":"waits","claims":[{"node":"pve2"}],"from":"%s","until":"%s","minutes":60}
        """
            .formatted(start, start.plusSeconds(7200));

    var waits = send("POST", "/api/waiting", wish);
    assertThat(waits.body()).contains("\"state\":\"waiting\"", "\"place\":1");
    send("DELETE", booked, "");

    await()
        .atMost(ServedProgram.PATIENCE)
        .until(() -> get("/api/waiting").contains("\"state\":\"offered\""));
    var offer = OFFER.matcher(get("/api/waiting"));
    assertThat(offer.find()).isTrue();
    var accepted = send("POST", "/api/reservations/" + offer.group(1) + "/accept", "");
    assertThat(accepted.body()).contains("\"phase\":\"booked\"", "\"title\":\"waits\"");
    assertThat(get("/api/waiting")).isEqualTo("[]");
  }

  @Test
  void guestsAreThereFromTheStartAndGoneAfterTheEnd() throws IOException {
    var start = Instant.now();
    var booked =
        path(
            book(
                """
                "start_dt":"%s","end_dt":"%s","grace_minutes":0,
                "guests":[{"kind":"vm","name":"pc-{n}","count":2,"node":"pve1",
                           "request":{"cores":1,"memory":512,"disk":"4G","storage":"local-lvm"}}]
                """
                    .formatted(start, start.plusSeconds(3600)),
                201));

    await().atMost(ServedProgram.PATIENCE).until(() -> get(booked).contains("\"ready\":2"));
    assertThat(get("/api/proxmox/nodes/pve1/vms")).contains("\"pc-1\"", "\"pc-2\"");
    assertThat(send("POST", booked + "/return", "").statusCode()).isEqualTo(200);
    await()
        .atMost(ServedProgram.PATIENCE)
        .until(() -> get(booked).contains("\"phase\":\"returned\""));
    assertThat(get(booked + "/parts"))
        .contains("\"state\":\"gone\"")
        .doesNotContain("\"state\":\"ready\"");
  }
}
