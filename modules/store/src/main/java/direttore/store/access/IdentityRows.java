package direttore.store.access;

import direttore.domain.access.People.Identity;
import direttore.domain.access.PersonName;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who people are at the server that vouches for them, as rows. */
final class IdentityRows {
  private IdentityRows() {}

  static Optional<Identity> of(DbExecute execute, PersonName name) {
    return execute
        .createGet("SELECT issuer, subject FROM person WHERE name = :name AND subject IS NOT NULL")
        .addParam("name", name.value())
        .execute()
        .map(Row::new)
        .map(row -> new Identity(row.text("issuer"), row.text("subject")));
  }

  /** What was said of them as somebody else no longer counts. */
  static void set(DbExecute execute, UUID person, @Nullable Identity identity) {
    execute
        .createUpdate(
            """
            UPDATE person SET issuer = :issuer, subject = :subject, vouched_until = NULL
             WHERE id = :id
            """)
        .addParam("issuer", identity == null ? null : identity.issuer())
        .addParam("subject", identity == null ? null : identity.subject())
        .addParam("id", person)
        .execute();
    ProviderGroupRows.forget(execute, person);
  }

  static long move(DbExecute execute, String issuer, String to) {
    return execute
        .createUpdate("UPDATE person SET issuer = :to WHERE issuer = :issuer")
        .addParam("to", to)
        .addParam("issuer", issuer)
        .execute();
  }
}
