package direttore.store.operation;

import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.testkit.SubmissionFacts;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL takes submissions as everybody relies on it. */
class PgSubmissionsTest extends SubmissionFacts<PgOperations> {
  private final Database database = TestDatabase.migrated();
  private final PgOperations operations =
      new PgOperations(database, new Safe(new byte[32]), Clock.systemUTC(), UUID::randomUUID);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected PgOperations operations() {
    return operations;
  }
}
