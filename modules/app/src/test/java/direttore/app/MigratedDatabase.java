package direttore.app;

import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Schema;
import direttore.testkit.DataFolders;
import java.nio.file.Path;

/** A PostgreSQL server of a test's own, with this version's schema. */
public final class MigratedDatabase implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final Database database;

  private MigratedDatabase(EmbeddedPostgres postgres, Database database) {
    this.postgres = postgres;
    this.database = database;
  }

  public static MigratedDatabase in(Path folder) {
    var postgres = EmbeddedPostgres.start(DataFolder.open(DataFolders.sharing(folder)), lost -> {});
    var address = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
    var database = Database.open(address, 2);
    Schema.migrate(database);
    return new MigratedDatabase(postgres, database);
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    postgres.close();
  }
}
