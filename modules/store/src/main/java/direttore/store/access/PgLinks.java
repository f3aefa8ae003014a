package direttore.store.access;

import direttore.domain.access.Links;
import direttore.domain.access.Secret;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One-time links in PostgreSQL: used and gone in one statement, so that no link works twice. */
public final class PgLinks implements Links {
  private final DbClient db;

  public PgLinks(Database database) {
    this.db = database.client();
  }

  @Override
  public void keep(UUID person, Secret secret, Instant expires) {
    db.execute()
        .createInsert(
            """
            INSERT INTO sign_in_link (person, digest, expires_at)
            VALUES (:person, :digest, :expires)
                ON CONFLICT (person)
                DO UPDATE SET digest = EXCLUDED.digest, expires_at = EXCLUDED.expires_at
            """)
        .addParam("person", person)
        .addParam("digest", secret.digest())
        .addParam("expires", Timestamp.from(expires))
        .execute();
  }

  @Override
  public Optional<UUID> use(Secret secret, Instant now) {
    return db
        .execute()
        .createQuery(
            """
            DELETE FROM sign_in_link WHERE digest = :digest AND expires_at > :now
            RETURNING person
            """)
        .addParam("digest", secret.digest())
        .addParam("now", Timestamp.from(now))
        .execute()
        .map(row -> new Row(row).uuid("person"))
        .toList()
        .stream()
        .findFirst();
  }

  @Override
  public Optional<UUID> find(Secret secret, Instant now) {
    return db.execute()
        .createGet("SELECT person FROM sign_in_link WHERE digest = :digest AND expires_at > :now")
        .addParam("digest", secret.digest())
        .addParam("now", Timestamp.from(now))
        .execute()
        .map(row -> new Row(row).uuid("person"));
  }
}
