package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.testkit.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A first start and its administrator, in the order in which people meet them. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SignInIT {
  private static final Pattern LINK =
      Pattern.compile("Sign in as admin +(http\\S+/welcome#(\\S+))");
  private static final Pattern DASHBOARD = Pattern.compile("JobRunr dashboard +(\\S+)");
  private static final String WRONG_SECRET = "canary-of-a-wrong-secret";
  private static final String PASSWORD = "nine grey geese fly";
  private Path folder;
  private WebProgram program;
  private String cookie = "";

  @BeforeAll
  void start(@TempDir Path folder) {
    this.folder = folder;
    program = started("http://127.0.0.1:1");
  }

  /** Beside its own accounts with an OpenID provider, which nobody comes in by here. */
  private WebProgram started(String issuer) {
    var settings =
        Map.of(
            "AUTH_MODE",
            "required",
            "OIDC_ISSUER",
            issuer,
            "OIDC_NAME",
            "University",
            "OIDC_CLIENT_ID",
            ProviderProcess.CLIENT,
            "OIDC_CLIENT_SECRET",
            WRONG_SECRET,
            "OIDC_ROLES",
            "reds=user@team:red");
    var started = WebProgram.start(folder, settings).ready();
    await().until(() -> started.output().contains("JobRunr dashboard"));
    return started;
  }

  @AfterAll
  void stop() throws Exception {
    program.close();
  }

  private HttpResponse<String> post(String path, String body) throws IOException {
    return program.post(path, body);
  }

  private HttpResponse<String> getSignedIn(URI uri) throws IOException {
    return WebProgram.send(HttpRequest.newBuilder(uri).header("Cookie", cookie).build());
  }

  private String command(String input, String... words) throws IOException, InterruptedException {
    return direttore("user", input, words);
  }

  private String direttore(String about, String input, String... words)
      throws IOException, InterruptedException {
    var all = new ArrayList<String>();
    all.add(Program.launcher().toString());
    all.add(about);
    all.addAll(List.of(words));
    var output = Files.createTempFile(folder, "user", ".log");
    var given = Files.writeString(Files.createTempFile(folder, "user", ".in"), input);
    var builder =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectInput(given.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("AUTH_MODE", "required");
    var process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + Files.readString(output).strip();
  }

  @Test
  @Order(1)
  void theFirstStartGivesTheAdministratorALinkThatWorksOnce() throws IOException {
    assertThat(program.get("/api/proxmox/nodes").statusCode()).isEqualTo(401);
    var link = LINK.matcher(program.output());
    assertThat(link.find()).as(program.output()).isTrue();
    var body = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(link.group(2), PASSWORD);

    var in = post("/api/session/link", body);

    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    cookie = in.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    assertThat(getSignedIn(program.uri("/api/people")).body()).contains("\"admin\"");
    assertThat(post("/api/session/link", body).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(1)
  void theStartSaysWhatIsWrongWithTheProviderAndItsRules() {
    await()
        .until(() ->
            program
                .output()
                .contains(
                    "nobody can sign in at the provider: University does not answer: nothing"
                        + " listens there"));
    assertThat(program.output()).contains("OIDC_ROLES names the team red, which there is not");
  }

  @Test
  @Order(2)
  void theDashboardKnowsTheSession() throws IOException {
    var address = DASHBOARD.matcher(program.output());
    assertThat(address.find()).isTrue();
    var page = URI.create(address.group(1) + "/dashboard");

    var stranger = WebProgram.send(HttpRequest.newBuilder(page).build());

    assertThat(stranger.statusCode()).isEqualTo(302);
    assertThat(stranger.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    assertThat(getSignedIn(page).statusCode()).isLessThan(400);
  }

  @Test
  @Order(3)
  void peopleAreManagedFromTheCommandLine() throws Exception {
    assertThat(command("", "add", "ben", "--role", "viewer")).startsWith("0 /welcome#");
    assertThat(command("", "add", "ben")).startsWith("2 ").contains("ben already");
    assertThat(command("short\n", "passwd", "ben")).startsWith("2 ").contains("12 characters");
    assertThat(command(PASSWORD + "\n", "passwd", "ben")).startsWith("0 ");
    var signIn = "{\"name\":\"ben\",\"password\":\"%s\"}".formatted(PASSWORD);
    assertThat(post("/api/session", signIn).body()).contains("\"role\":\"viewer\"");

    assertThat(command("", "role", "ben", "operator", "--on", "node=pve1"))
        .contains("every guest on node pve1");
    assertThat(post("/api/session", signIn).body()).contains("\"scope\":\"node\"");

    assertThat(command("", "disable", "ben")).startsWith("0 ");
    assertThat(post("/api/session", signIn).statusCode()).isEqualTo(401);
    assertThat(command("", "disable", "ben", "--undo")).startsWith("0 ");
    assertThat(command("", "disable", "admin")).startsWith("2 ").contains("last administrator");
  }

  @Test
  @Order(4)
  void aTokenFromTheCommandLineOpensTheApi() throws Exception {
    var token = command("", "token", "admin", "ci", "--role", "viewer").replaceFirst("^0 ", "");

    var nodes =
        WebProgram.send(
            HttpRequest.newBuilder(program.uri("/api/proxmox/nodes"))
                .header("Authorization", "Bearer " + token)
                .build());

    assertThat(token).startsWith("dtr_");
    assertThat(nodes.statusCode()).isEqualTo(200);
    assertThat(getSignedIn(program.uri("/api/audit?action=token.make")).body())
        .contains("command-line");
  }

  @Test
  @Order(5)
  void noSecretIsPrintedOrKept() throws Exception {
    assertThat(direttore("key", "", "rotate")).startsWith("3 ");
    program.close();
    var key = Files.readString(folder.resolve("data/secret.key"));
    assertThat(direttore("key", "", "rotate")).startsWith("0 The key is new");
    assertThat(Files.readString(folder.resolve("data/secret.key"))).isNotEqualTo(key);
    assertThat(command("", "add", "cleo")).startsWith("0 /welcome#");
    try (var provider = ProviderProcess.start()) {
      program = started(provider.issuer());
      await()
          .until(() ->
              program
                  .output()
                  .contains(
                      "nobody can sign in at the provider: University does not accept"
                          + " OIDC_CLIENT_ID with OIDC_CLIENT_SECRET (invalid_client"));
    }

    assertThat(program.output())
        .doesNotContain("/welcome#")
        .doesNotContain(PASSWORD)
        .doesNotContain(WRONG_SECRET);
    assertThat(getSignedIn(program.uri("/api/people")).body()).contains("cleo");
  }
}
