package direttore.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a bundle of two files, in the test's resources. */
class UiRoutesTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/resources",
        "/guests/pve1/qemu/100/hardware",
        "/provision?step=4",
        "/people/ana.b@uni.example",
        "/people/ana.b%40uni.example"
      })
  void sendsItsPageAtEveryAddressOfItsOwn(String address) {
    var answer = api.client().get(address, "Accept", BROWSER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self';");
    assertThat(answer.body()).contains("a page for tests");
    var again =
        api.client().get(address, "Accept", BROWSER, "If-None-Match", answer.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/nothing", "/missing.js", "/assets/missing.js", "/a/b.css"})
  void leavesWhatIsNotItsOwnToAProblemDocument(String address) {
    var answer = api.client().get(address, "Accept", BROWSER);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void sendsFilesForAYearInTheFormThatTheClientTakes() {
    var plain = api.client().get("/assets/app-1a2b3c4d.js");
    var small = api.client().raw("/assets/app-1a2b3c4d.js", "Accept-Encoding", "gzip, br");
    var other = api.client().raw("/assets/app-1a2b3c4d.js", "Accept-Encoding", "gzip");

    assertThat(plain.body()).isEqualTo("plain\n");
    assertThat(plain.header("Content-Type")).startsWith("text/javascript");
    assertThat(plain.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(text(small.body())).isEqualTo("as brotli\n");
    assertThat(small.headers().firstValue("Content-Encoding")).contains("br");
    assertThat(small.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(text(other.body())).isEqualTo("as gzip\n");
    assertThat(other.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/..%2Findex.html", "/assets/%2e%2e%2findex.html", "/assets/.hidden"})
  void sendsNothingFromBesideItsFolder(String address) {
    assertThat(api.client().get(address).status()).isEqualTo(404);
  }

  @Test
  void tellsProgramsThatNothingIsThere() {
    assertThat(api.client().get("/resources", "Accept", "application/json").problem())
        .isEqualTo("not-found");
  }

  @Test
  void doesNotTakeWrites() {
    assertThat(api.client().post("/resources", "{}").status()).isEqualTo(404);
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
