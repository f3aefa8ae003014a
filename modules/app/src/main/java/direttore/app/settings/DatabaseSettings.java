package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import direttore.store.DatabaseAddress;

/** Which PostgreSQL keeps the state. */
public sealed interface DatabaseSettings {

  /** The PostgreSQL that comes with the program, in its data folder. */
  record Embedded() implements DatabaseSettings {}

  /** A server that somebody else runs. */
  record External(DatabaseAddress address) implements DatabaseSettings {}

  /** The server that is asked for: without an address, the embedded one. */
  static DatabaseSettings of(Given given) {
    if (!given.has(Setting.DATABASE_URL)) {
      return new Embedded();
    }
    var url =
        DatabaseUrl.parse(given.required(Setting.DATABASE_URL))
            .orElseThrow(() ->
                new WrongSetting(
                    "DATABASE_URL must have the form postgresql://host:port/database."));
    return new External(
        new DatabaseAddress(
            url.jdbcUrl(),
            url.user()
                .or(() -> given.text(Setting.DATABASE_USER))
                .orElse(System.getProperty("user.name")),
            url.password().or(() -> given.secret(Setting.DATABASE_PASSWORD)).orElse("")));
  }
}
