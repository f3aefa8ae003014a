package direttore.worker.queue;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.StorageProviderUtils.DatabaseOptions;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/** JobRunr's own tables in our PostgreSQL; one for each process. */
public final class JobStore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JobStore.class.getName());
  private static final int TRIES = 2;
  private final StorageProvider storage;
  private final JsonMapper json;

  private JobStore(StorageProvider storage, JsonMapper json) {
    this.storage = storage;
    this.json = json;
  }

  /** The tables that the data source reaches; makes or upgrades them first. */
  public static JobStore over(DataSource database) {
    makeTables(database);
    return existing(database);
  }

  /** The tables that the data source reaches, which were made before. */
  public static JobStore existing(DataSource database) {
    var json = new JacksonJsonMapper(false);
    var storage = SqlStorageProviderFactory.using(database, null, DatabaseOptions.NO_VALIDATE);
    storage.setJobMapper(new JobMapper(json));
    return new JobStore(new SharedSaves(storage), json);
  }

  /** Makes or upgrades the tables. */
  public static void makeTables(DataSource database) {
    for (var left = TRIES; ; left--) {
      try (var migration = new WholeOrNothing(database)) {
        SqlStorageProviderFactory.using(migration.source(), null, DatabaseOptions.CREATE).close();
        migration.commit();
        return;
      } catch (SQLException | RuntimeException e) {
        // Another process may just have made the same tables; then there is nothing left to do.
        if (left == 0) {
          throw new IllegalStateException("could not make the job tables", e);
        }
        LOG.log(Level.DEBUG, "making the job tables once more", e);
      }
    }
  }

  StorageProvider storage() {
    return storage;
  }

  JsonMapper json() {
    return json;
  }

  @Override
  public void close() {
    storage.close();
  }
}
