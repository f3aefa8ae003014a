package direttore.app;

import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.app.settings.ApiSettings;
import direttore.app.settings.DatabaseSettings;
import direttore.app.settings.Secret;
import direttore.app.settings.Setting;
import direttore.app.settings.Settings;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Schema;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

/** The composition root: every object of the running system is made here, by hand, once. */
final class Direttore {
  private Direttore() {}

  static Places start(Role role, Settings settings, Lifetime lifetime) {
    var places = new Places();
    Ports.requireFree(Setting.API_PORT, settings.api().host(), settings.api().port());
    var folder = DataFolder.open(settings.data().folder());
    var address = database(role, settings.database(), folder, lifetime);
    var database = lifetime.open(() -> Database.open(address, 10));
    Schema.migrate(database);
    var server = lifetime.open(() -> new Listening(webServer(settings.api())));
    places.add("API documentation", server.address() + "/docs", "");
    return places;
  }

  private static DatabaseAddress database(
      Role role, DatabaseSettings settings, DataFolder folder, Lifetime lifetime) {
    return switch (settings) {
      case DatabaseSettings.Embedded embedded when role == Role.SERVE -> {
        var postgres = lifetime.open(() -> EmbeddedPostgres.start(folder));
        yield new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
      }
      case DatabaseSettings.Embedded embedded ->
          throw new WrongSetting(
              "DATABASE_URL must be set for the %s role: only serve brings its own PostgreSQL."
                  .formatted(role.word()));
      case DatabaseSettings.External external ->
          new DatabaseAddress(
              external.jdbcUrl(),
              external.user().orElse(System.getProperty("user.name")),
              external.password().map(Secret::value).orElse(""));
    };
  }

  private static WebServer webServer(ApiSettings api) {
    return WebServer.builder()
        .host(api.host())
        .port(api.port())
        .shutdownHook(false)
        .routing(Direttore::routes)
        .build()
        .start();
  }

  private static void routes(HttpRouting.Builder routing) {
    routing.get(
        "/health/live", (request, response) -> response.status(Status.NO_CONTENT_204).send());
  }

  /** A started web server, closed with its address known. */
  private record Listening(WebServer server) implements AutoCloseable {
    String address() {
      return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
