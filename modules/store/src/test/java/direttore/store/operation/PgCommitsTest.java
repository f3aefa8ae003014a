package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Handle;
import direttore.domain.task.Upid;
import direttore.store.Database;
import direttore.store.Row;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which changes of an operation wait until they are on disk, as a trigger sees it. */
class PgCommitsTest extends PgOperationsFixture {
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Upid TASK =
      new Upid("UPID:pve1:0003DCA5:0A5B1D02:68A1B2C3:qmstart:104:ops@pve:");
  private static final String START = GuestStep.START.wire();

  @BeforeEach
  void watchCommits() {
    dml("CREATE TABLE commits (number bigint GENERATED ALWAYS AS IDENTITY, waits text)");
    dml(
        """
        CREATE FUNCTION note_commit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO commits (waits) VALUES (current_setting('synchronous_commit'));
          RETURN NULL;
        END $$
        """);
    dml(
        """
        CREATE TRIGGER notes_commit AFTER INSERT OR UPDATE ON operation
          FOR EACH ROW EXECUTE FUNCTION note_commit()
        """);
  }

  @Test
  void whatMustNotBeLostWaitsForTheDiskAndNothingElseDoes() {
    // The server of the tests never waits: connections of this database do from now on.
    dml("ALTER DATABASE \"%s\" SET synchronous_commit = 'local'".formatted(name()));
    try (var waiting = database.beside("waiting", 1)) {
      carryOut(new PgOperations(waiting, new Safe(new byte[32]), CLOCK, UUID::randomUUID));

      assertThat(commits()).containsExactly("local", "local", "local", "off", "off");
      assertThat(setting(waiting)).isEqualTo("local");
    }
  }

  private static void carryOut(PgOperations operations) {
    var added = operations.add(submission(start(), 104)).operation();
    var claimed = operations.claim(added.id(), 1).orElseThrow();
    var begun = claimed.begun(START, NOON);
    operations.record(begun);
    var tracked = begun.tracked(START, new Handle.Task(TASK));
    operations.note(tracked);
    operations.note(tracked.done(START, NOON).succeeded(NOON));
  }

  private List<String> commits() {
    return database
        .client()
        .execute()
        .query("SELECT waits FROM commits ORDER BY number")
        .map(row -> new Row(row).text("waits"))
        .toList();
  }

  private String name() {
    return database
        .client()
        .execute()
        .get("SELECT current_database() AS name")
        .map(row -> new Row(row).text("name"))
        .orElseThrow();
  }

  private static String setting(Database there) {
    return there
        .client()
        .execute()
        .get("SELECT current_setting('synchronous_commit') AS setting")
        .map(row -> new Row(row).text("setting"))
        .orElseThrow();
  }

  private void dml(String sql) {
    database.client().execute().dml(sql);
  }
}
