package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operations;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Secrets of submissions: sealed, sealed anew and forgotten. */
class PgSecretsTest extends PgOperationsFixture {
  private String everythingStored() throws SQLException {
    try (var connection = database.pool().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT o::text || coalesce(encode(s.sealed, 'escape'), '') FROM operation o"
                    + " LEFT JOIN secret s ON s.owner = o.id::text")) {
      var all = new StringBuilder();
      while (rows.next()) {
        all.append(rows.getString(1));
      }
      return all.toString();
    }
  }

  @Test
  void secretsAreSealedAndForgottenAtTheEnd() throws SQLException {
    var added = operations.add(submission(container(), 3001)).operation();

    assertThat(operations.secrets(added.id()).password()).isEqualTo(PASSWORD);
    assertThat(everythingStored()).doesNotContain(PASSWORD).doesNotContain("AAAAC3NzaC1");

    operations.cancel(added.id());
    assertThat(operations.secrets(added.id())).isEqualTo(GuestSecrets.NONE);
  }

  @Test
  void secretsGoWithTheOperationThatIsDeleted() throws SQLException {
    var added = operations.add(submission(container(), 3001)).operation();
    database
        .client()
        .execute()
        .createDelete("DELETE FROM operation WHERE id = :id")
        .addParam("id", added.id())
        .execute();

    assertThat(operations.secrets(added.id())).isEqualTo(GuestSecrets.NONE);
  }

  @Test
  void secretsOpenForTheirOwnerOnly() {
    var safe = new Safe(new byte[32]);
    var device = new SecretOwner("device", "sw3");
    var secrets = new Secrets(safe);
    secrets.add(database.client().execute(), device, "enable");

    assertThat(secrets.find(database.client().execute(), device)).contains("enable");
    database.client().execute().dml("UPDATE secret SET owner = 'sw4'");
    assertThatExceptionOfType(Operations.Sealed.class)
        .isThrownBy(
            () -> secrets.find(database.client().execute(), new SecretOwner("device", "sw4")));
  }

  @Test
  void storedSecretsAreSealedWithAnotherKey() {
    var added = operations.add(submission(container(), 3001)).operation();
    var old = new Safe(new byte[32]);
    var key = new byte[32];
    key[0] = 1;
    var fresh = new Safe(key);
    var device = new SecretOwner("device", "sw3");
    new Secrets(old).add(database.client().execute(), device, "enable");

    assertThat(Resealing.reseal(database, old, fresh)).isEqualTo(2);
    // As if the first had been cut off before the key was in its place.
    assertThat(Resealing.reseal(database, old, fresh)).isEqualTo(2);
    assertThat(new Secrets(fresh).find(database.client().execute(), device)).contains("enable");

    var there =
        new PgOperations(database, fresh, Clock.fixed(NOON, ZoneOffset.UTC), UUID::randomUUID);
    assertThat(there.secrets(added.id()).password()).isEqualTo(PASSWORD);
    assertThatExceptionOfType(Operations.Sealed.class)
        .isThrownBy(() -> operations.secrets(added.id()));
  }

  @Test
  void aSecretThatDoesNotOpenIsKeptThoughItsOrderEnds() {
    var added = operations.add(submission(container(), 3001)).operation();

    database
        .client()
        .execute()
        .createUpdate(
            """
            UPDATE operation SET state = 'failed', finished_at = now(),
                   failure = '{"type": "sealed", "message": "they do not open"}'
             WHERE id = :id
            """)
        .addParam("id", added.id())
        .execute();

    assertThat(operations.secrets(added.id()).password()).isEqualTo(PASSWORD);
  }

  @Test
  void aSecretThatNoKeyOpensStopsTheRotation() {
    operations.add(submission(container(), 3001));
    var one = new byte[32];
    one[0] = 1;
    var two = new byte[32];
    two[0] = 2;

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Resealing.reseal(database, new Safe(one), new Safe(two)));
    assertThat(Resealing.reseal(database, new Safe(new byte[32]), new Safe(one))).isEqualTo(1);
  }
}
