package direttore.app.wiring;

import direttore.app.data.DataFolder;
import direttore.app.start.Lifetime;
import direttore.app.start.StartRefusal.Broken;
import direttore.store.AppRole;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Schema;
import direttore.store.UnfitDatabase;
import direttore.worker.queue.JobStore;

/**
 * Who makes the tables of a database at the start, and who works with them.
 *
 * @param daily the same as the owner on a server that somebody else runs
 */
record DatabaseAccess(DatabaseAddress owner, DatabaseAddress daily) {
  private static final String DAILY = "direttore_app";

  /** That of our own server, whose owner may do everything. */
  static DatabaseAccess own(DatabaseAddress owner, DataFolder folder) {
    return new DatabaseAccess(
        owner, new DatabaseAddress(owner.url(), DAILY, folder.password("postgres.app.password")));
  }

  /** The database in the shape of this version; refuses the start where that cannot be. */
  Database open(int connections, Lifetime lifetime) {
    try (var making = Database.open(owner, 2)) {
      Schema.migrate(making);
      JobStore.makeTables(making.pool());
      if (!owner.equals(daily)) {
        AppRole.grant(making, daily);
      }
    } catch (UnfitDatabase e) {
      throw new Broken(String.valueOf(e.getMessage()), e);
    }
    return lifetime.open(() -> Database.open(daily, connections));
  }
}
