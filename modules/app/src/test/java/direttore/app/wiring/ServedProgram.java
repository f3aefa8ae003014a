package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.ProcessRole;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.TokenName;
import direttore.testkit.DataFolders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole program in this process, on the simulated cluster, asked over HTTP. */
final class ServedProgram implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern UI = Pattern.compile("Web UI +(http://\\S+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Lifetime lifetime = new Lifetime();
  private final Map<String, String> tokens = new HashMap<>();
  private final String address;

  /** Where everybody may do everything. */
  static ServedProgram open(Path folder) {
    return new ServedProgram(folder, Map.of(), Map.of());
  }

  /**
   * Where people sign in.
   *
   * @param people their names, with the role that each has everywhere
   */
  static ServedProgram of(Path folder, Map<String, Role> people) {
    return new ServedProgram(folder, people, Map.of());
  }

  /** Where everybody may do everything, with further settings. */
  static ServedProgram with(Path folder, Map<String, String> settings) {
    return new ServedProgram(folder, Map.of(), settings);
  }

  private ServedProgram(Path folder, Map<String, Role> people, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.putAll(
        Map.of(
            "AUTH_MODE", people.isEmpty() ? "none" : "required",
            "API_PORT", "0",
            "DASHBOARD_PORT", "0",
            "SIMULATOR_PORT", "0",
            "SIMULATOR_NETBOX_PORT", "0",
            "SIMULATOR_TASK_SECONDS", "0.2",
            "TIME_ZONE", "Europe/Rome",
            "DATA_DIR", DataFolders.sharing(folder.resolve("data")).toString()));
    var settings = Settings.read(folder, environment, Map.of());
    var places = Direttore.start(ProcessRole.SERVE, settings, lifetime);
    var match = UI.matcher(places.toString());
    assertThat(match.find()).as(places.toString()).isTrue();
    address = match.group(1);
    if (!people.isEmpty()) {
      var access = Direttore.accessParts(settings, lifetime);
      people.forEach((name, role) -> tokens.put(name, token(access, name, role)));
    }
    var anybody = tokens.keySet().stream().findFirst().orElse(null);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(send(anybody, "GET", "/api/resources", "").body())
                .contains("\"name\":\"pve1\"", "\"name\":\"pve1/local-lvm\""));
  }

  private static String token(AccessParts access, String name, Role role) {
    var person =
        access.people().add(new PersonName(name), name, List.of(Grant.everywhere(role)), Set.of());
    var secret = Secret.fresh("dtr_");
    var now = Instant.now();
    access
        .tokens()
        .make(person.id(), new TokenName("test"), role, secret, now, now.plusSeconds(3600));
    return secret.text();
  }

  /** What one of the people is answered, or nobody in particular. */
  HttpResponse<String> send(@Nullable String name, String method, String path, String json)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, BodyPublishers.ofString(json))
            .header("Content-Type", "application/json");
    if (name != null) {
      request.header("Authorization", "Bearer " + tokens.get(name));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    lifetime.close();
    http.close();
  }
}
