package direttore.api.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static final String FEEDS = "/api/calendar/feeds";
  private final TestApi api = TestApi.guarded();
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));
  private final Person ben = api.access.person("ben", Grant.everywhere(Role.USER));

  @AfterEach
  void stop() {
    api.close();
  }

  private String[] signedIn(Person person) {
    return new String[] {
      "Cookie", "direttore_session=" + api.access.session(person), "Origin", origin()
    };
  }

  private String origin() {
    return "http://127.0.0.1:" + api.port();
  }

  private Answer make(Person person, String body) {
    return api.client().post(FEEDS, body, signedIn(person));
  }

  /** The path of a new feed. */
  private String path(Person person, String scope) {
    var made = make(person, "{\"scope\":\"%s\",\"name\":\"My labs\"}".formatted(scope));
    assertThat(made.status()).isEqualTo(201);
    return URI.create(made.json().get("url").asText()).getPath();
  }

  @Test
  void aFeedIsReadByItsAddressAlone() {
    var answer = api.client().get(path(ana, "mine"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("My labs of mine for ana at " + origin());
    assertThat(answer.header("Content-Type")).isEqualTo("text/calendar; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=300");
    assertThat(answer.header("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 08:00:00 GMT");
  }

  @Test
  void whoHasThePresentOneIsToldSo() {
    var path = path(ana, "all");
    var tag = api.client().get(path).header("ETag");
    var day = api.client().get(path).header("Last-Modified");

    assertThat(api.client().get(path, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.client().get(path, "If-Modified-Since", day).status()).isEqualTo(304);
    assertThat(
            api.client().get(path, "If-None-Match", "\"other\"", "If-Modified-Since", day).status())
        .isEqualTo(200);
    assertThat(api.client().get(path, "If-Modified-Since", "yesterday").status()).isEqualTo(200);
    api.calendar.more = " and more";
    api.calendar.changed = api.calendar.changed.plusSeconds(1);
    assertThat(api.client().get(path, "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(api.client().get(path, "If-Modified-Since", day).status()).isEqualTo(200);
  }

  @Test
  void comesCompressedAndByHeadToo() throws IOException {
    api.calendar.more = " and so on".repeat(500);
    var path = path(ana, "mine");

    var plain = api.client().get(path);
    var gzip = api.client().raw(path, "Accept-Encoding", "gzip");
    var head = api.client().send("HEAD", path, null);

    assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(gzip.headers().firstValue("ETag")).hasValue(plain.header("ETag"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .asString(UTF_8)
        .isEqualTo(plain.body());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(plain.header("ETag"));
    assertThat(head.header("Content-Length")).isEqualTo("" + plain.body().length());
  }

  @Test
  void aRevokedFeedIsUnknownAtOnce() {
    var path = path(ana, "mine");
    var id = api.client().get(FEEDS, signedIn(ana)).json().get(0).get("id").asText();

    assertThat(api.client().send("DELETE", FEEDS + "/" + id, null, signedIn(ben)).status())
        .isEqualTo(404);
    assertThat(api.client().get(path).status()).isEqualTo(200);
    assertThat(api.client().send("DELETE", FEEDS + "/" + id, null, signedIn(ana)).status())
        .isEqualTo(204);
    var unknown = api.client().get(path);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).doesNotContain(path.substring(14, 30));
  }

  @Test
  void listsTheOwnFeedsWithoutTheirSecrets() {
    var path = path(ana, "mine");
    api.client().get(path);
    path(ben, "all");

    var own = api.client().get(FEEDS, signedIn(ana));

    assertThat(own.json()).hasSize(1);
    assertThat(own.json().get(0).get("last_used").asText()).isNotEmpty();
    assertThat(own.body()).doesNotContain(path.substring(14, 30));
  }

  @Test
  void isReadSixtyTimesAnHour() {
    var path = path(ana, "mine");
    for (var i = 0; i < 60; i++) {
      assertThat(api.client().get(path).status()).isEqualTo(200);
    }

    var answer = api.client().get(path);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("60");
    assertThat(api.client().get(path(ana, "mine")).status()).isEqualTo(200);
  }

  @Test
  void whoIsLetInNoMoreHasNoFeeds() {
    var path = path(ana, "mine");
    var root = api.access.person("root", Grant.everywhere(Role.ADMIN));

    var disabled =
        api.client()
            .send(
                "PATCH",
                "/api/people/ana",
                "{\"disabled\":true}".getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + api.access.token(root, Role.ADMIN));

    assertThat(disabled.status()).isEqualTo(200);
    assertThat(api.client().get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                              | scope | 400
          {"scope":"yours"}               | scope | 400
          {"scope":"team:A B"}            | scope | 400
          {"scope":"team:blue"}           | scope | 422
          {"scope":"mine","name":" "}     | name  | 400
          {"scope":"mine","colour":"red"} | colour | 400
          """)
  void saysWhatIsWrong(String body, String field, int status) {
    var answer = make(ana, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void aTokenMakesNoFeeds() {
    var token = "Bearer " + api.access.token(ana, Role.USER);

    var answer = api.client().post(FEEDS, "{\"scope\":\"mine\"}", "Authorization", token);

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void theExportIsForWhoIsSignedIn() {
    var export = "/api/reservations/export/ical";
    var token = "Bearer " + api.access.token(ana, Role.USER);

    assertThat(api.client().get(export).status()).isEqualTo(401);
    assertThat(api.client().get(export, "Authorization", token).body())
        .startsWith("Reservations of all for ana");
    assertThat(api.client().get(export + "?scope=mine", "Authorization", token).body())
        .startsWith("Reservations of mine for ana");
    assertThat(api.client().get(export + "?scope=his", "Authorization", token).field())
        .isEqualTo("scope");
  }
}
