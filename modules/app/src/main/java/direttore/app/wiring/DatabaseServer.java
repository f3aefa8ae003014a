package direttore.app.wiring;

import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.app.settings.DatabaseSettings;
import direttore.app.start.Lifetime;
import direttore.app.start.ProcessRole;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.store.DatabaseAddress;

/** The PostgreSQL that a role works with: the one that was set, or one of our own. */
final class DatabaseServer {
  private DatabaseServer() {}

  /** The database of a program that may run meanwhile. */
  static DatabaseAccess shared(DatabaseSettings settings, DataFolder folder, Lifetime lifetime) {
    if (settings instanceof DatabaseSettings.Embedded) {
      var running = EmbeddedPostgres.running(folder);
      if (running.isPresent()) {
        return DatabaseAccess.own(running.get(), folder);
      }
    }
    return access(ProcessRole.SERVE, settings, folder, lifetime);
  }

  static DatabaseAccess access(
      ProcessRole role, DatabaseSettings settings, DataFolder folder, Lifetime lifetime) {
    return switch (settings) {
      case DatabaseSettings.Embedded own when role == ProcessRole.SERVE -> {
        var postgres = lifetime.open(() -> EmbeddedPostgres.start(folder, lifetime::fail));
        yield DatabaseAccess.own(
            new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password()), folder);
      }
      case DatabaseSettings.Embedded own ->
          throw new WrongSetting(
              "DATABASE_URL must be set for the %s role: only serve brings its own PostgreSQL."
                  .formatted(role.word()));
      case DatabaseSettings.External external ->
          new DatabaseAccess(external.address(), external.address());
    };
  }
}
