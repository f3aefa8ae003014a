package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import java.util.Optional;

/** Which PostgreSQL keeps the state. */
public sealed interface DatabaseSettings {

  /** The PostgreSQL that comes with the program, in its data folder. */
  record Embedded() implements DatabaseSettings {}

  /**
   * A server that somebody else runs.
   *
   * @param jdbcUrl address without user and password
   */
  record External(String jdbcUrl, Optional<String> user, Optional<Secret> password)
      implements DatabaseSettings {}

  /** The server that is asked for: without an address, the embedded one. */
  static DatabaseSettings of(Given given) {
    if (!given.has(Setting.DATABASE_URL)) {
      return new Embedded();
    }
    var address =
        DatabaseAddress.parse(given.required(Setting.DATABASE_URL))
            .orElseThrow(() ->
                new WrongSetting(
                    "DATABASE_URL must have the form postgresql://host:port/database."));
    return new External(
        address.jdbcUrl(),
        address.user().or(() -> given.text(Setting.DATABASE_USER)),
        address.password().or(() -> given.secret(Setting.DATABASE_PASSWORD)));
  }
}
