package direttore.store.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.testkit.RunFacts;
import direttore.testkit.Submissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL lets workers carry operations out as they rely on it. */
class PgRunFactsTest extends RunFacts {
  private final Database database = TestDatabase.migrated();
  private final PgOperations operations =
      new PgOperations(database, new Safe(new byte[32]), Clock.systemUTC(), UUID::randomUUID);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Operations operations() {
    return operations;
  }

  @Override
  protected Operation queued(int vmid) {
    return operations.add(Submissions.of(Submissions.start(), vmid)).operation();
  }
}
