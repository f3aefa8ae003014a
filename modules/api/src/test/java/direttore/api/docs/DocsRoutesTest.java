package direttore.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsRoutesTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/redoc"})
  void pagesRunNoInlineScriptAndLoadNothingFromElsewhere(String page) {
    var answer = api.client().get(page);

    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("script-src 'self';", "default-src 'none'");
    assertThat(answer.body()).doesNotContainPattern("<script>|https?://| on[a-z]+=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/redoc"})
  void pagesFindEachFileThatTheyLoad(String page) {
    var files = LOADED.matcher(api.client().get(page).body()).results().map(m -> m.group(1));

    assertThat(files.filter(f -> f.startsWith("/")).toList())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(api.client().get(file).status()).as(file).isEqualTo(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi.yaml",
        "none.js",
        "..%2fopenapi.yaml",
        ".hidden.js",
        "DocsRoutes.class",
        "%2e%2e%2f%2e%2e%2fapplication.yaml",
      })
  void handsOutNoOtherFile(String file) {
    assertThat(api.client().get("/docs-assets/" + file).status()).isIn(400, 404);
  }

  @Test
  void letsBrowsersKeepFiles() {
    var answer = api.client().get("/docs-assets/swagger-start.js");

    assertThat(answer.header("Content-Type")).startsWith("text/javascript");
    assertThat(
            api.client()
                .get("/docs-assets/swagger-start.js", "If-None-Match", answer.header("ETag"))
                .status())
        .isEqualTo(304);
  }

  @Test
  void tellsWhatRunsHere() {
    var about = api.client().get("/api/about").json();

    assertThat(about.get("version").asText()).isEqualTo("1.2.3");
    assertThat(about.get("simulated").asBoolean()).isTrue();
    assertThat(about.get("roles")).hasSize(2);
  }
}
