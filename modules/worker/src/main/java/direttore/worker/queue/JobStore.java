package direttore.worker.queue;

import javax.sql.DataSource;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/** JobRunr's own tables in our PostgreSQL; one for each process. */
public final class JobStore implements AutoCloseable {
  private final StorageProvider storage;
  private final JsonMapper json;

  private JobStore(StorageProvider storage, JsonMapper json) {
    this.storage = storage;
    this.json = json;
  }

  /** The tables that the data source reaches; makes or upgrades them first. */
  public static JobStore over(DataSource database) {
    var json = new JacksonJsonMapper(false);
    var storage = SqlStorageProviderFactory.using(database);
    storage.setJobMapper(new JobMapper(json));
    return new JobStore(storage, json);
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
