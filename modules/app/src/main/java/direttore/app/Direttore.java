package direttore.app;

import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.app.settings.DatabaseSettings;
import direttore.app.settings.Setting;
import direttore.app.settings.Settings;
import direttore.app.start.StartRefusal.WrongSetting;
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
    switch (settings.database()) {
      case DatabaseSettings.Embedded embedded when role != Role.SERVE ->
          throw new WrongSetting(
              "DATABASE_URL must be set for the %s role: only serve brings its own PostgreSQL."
                  .formatted(role.name().toLowerCase(java.util.Locale.ROOT)));
      case DatabaseSettings.Embedded embedded ->
          lifetime.open(() -> EmbeddedPostgres.start(folder));
      case DatabaseSettings.External external -> {}
    }
    var server =
        WebServer.builder()
            .host(settings.api().host())
            .port(settings.api().port())
            .shutdownHook(false)
            .routing(Direttore::routes)
            .build()
            .start();
    lifetime.open(() -> (AutoCloseable) server::stop);
    places.add("API documentation", "http://127.0.0.1:" + server.port() + "/docs", "");
    return places;
  }

  private static void routes(HttpRouting.Builder routing) {
    routing.get(
        "/health/live", (request, response) -> response.status(Status.NO_CONTENT_204).send());
  }
}
