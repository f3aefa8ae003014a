package direttore.store.access;

import direttore.domain.access.Client;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderLogout;
import direttore.domain.access.Secret;
import direttore.domain.access.Session;
import direttore.domain.access.Sessions;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sessions in PostgreSQL, known by the digest of their secret. */
public final class PgSessions implements Sessions {
  private static final String COLUMNS =
      "id, person, created_at, seen_at, expires_at, address, agent, there";
  private final DbClient db;
  private final Supplier<UUID> ids;

  public PgSessions(Database database, Supplier<UUID> ids) {
    this.db = database.client();
    this.ids = ids;
  }

  @Override
  public Session open(UUID person, Secret secret, Client client, Instant now, Instant expires) {
    return open(session(person, client, now, expires, null), secret, false);
  }

  @Override
  public Session openVouched(
      UUID person,
      Secret secret,
      Client client,
      Instant now,
      Instant expires,
      @Nullable String there) {
    return open(session(person, client, now, expires, there), secret, true);
  }

  private Session session(
      UUID person, Client client, Instant now, Instant expires, @Nullable String there) {
    return new Session(
        ids.get(),
        person,
        now.truncatedTo(ChronoUnit.MICROS),
        now.truncatedTo(ChronoUnit.MICROS),
        expires.truncatedTo(ChronoUnit.MICROS),
        client,
        there);
  }

  private Session open(Session session, Secret secret, boolean vouched) {
    db.execute()
        .createInsert(
            """
            WITH opened AS (
              INSERT INTO session
                (id, digest, person, created_at, seen_at, expires_at, address, agent,
                 vouched, there)
              VALUES (:id, :digest, :person, :created, :seen, :expires, :address, :agent,
                      :vouched, :there))
            INSERT INTO known_address (person, address, last_sign_in)
            VALUES (:person, :address, :created)
                ON CONFLICT (person, address) DO UPDATE SET last_sign_in = EXCLUDED.last_sign_in
            """)
        .addParam("id", session.id())
        .addParam("digest", secret.digest())
        .addParam("person", session.person())
        .addParam("created", Timestamp.from(session.created()))
        .addParam("seen", Timestamp.from(session.seen()))
        .addParam("expires", Timestamp.from(session.expires()))
        .addParam("address", session.client().address())
        .addParam("agent", session.client().agent())
        .addParam("vouched", vouched)
        .addParam("there", session.there())
        .execute();
    return session;
  }

  @Override
  public Optional<Session> find(Secret secret) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM session WHERE digest = :digest")
        .addParam("digest", secret.digest())
        .execute()
        .map(PgSessions::read);
  }

  @Override
  public void seen(UUID id, Instant now) {
    db.execute()
        .createUpdate("UPDATE session SET seen_at = :now WHERE id = :id")
        .addParam("now", Timestamp.from(now))
        .addParam("id", id)
        .execute();
  }

  @Override
  public List<Session> of(UUID person, Instant now) {
    return db.execute()
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM session WHERE person = :person AND expires_at > :now"
                + " ORDER BY seen_at DESC, id")
        .addParam("person", person)
        .addParam("now", Timestamp.from(now))
        .execute()
        .map(PgSessions::read)
        .toList();
  }

  @Override
  public boolean cameFrom(PersonName name, String address) {
    return db.execute()
        .createGet(
            """
            SELECT FROM known_address k JOIN person p ON p.id = k.person
             WHERE p.name = :name
               AND CASE
                     -- What one client can hardly change: the /64 network of an IPv6 address.
                     WHEN k.address LIKE '%:%' AND CAST(:address AS text) LIKE '%:%'
                       THEN network(set_masklen(CAST(k.address AS inet), 64))
                            >>= CAST(:address AS inet)
                     ELSE k.address = :address
                   END
            """)
        .addParam("name", name.value())
        .addParam("address", address)
        .execute()
        .isPresent();
  }

  @Override
  public boolean end(UUID person, UUID id) {
    return db.execute()
            .createDelete("DELETE FROM session WHERE id = :id AND person = :person")
            .addParam("id", id)
            .addParam("person", person)
            .execute()
        > 0;
  }

  @Override
  public void endOthers(UUID person, @Nullable UUID except) {
    db.execute()
        .createDelete(
            """
            DELETE FROM session
             WHERE person = :person AND id IS DISTINCT FROM CAST(:except AS uuid)
            """)
        .addParam("person", person)
        .addParam("except", except)
        .execute();
  }

  @Override
  public void endThere(UUID person, String there) {
    db.execute()
        .createDelete("DELETE FROM session WHERE person = :person AND there = :there")
        .addParam("person", person)
        .addParam("there", there)
        .execute();
  }

  @Override
  public Optional<Set<UUID>> end(ProviderLogout logout, Instant now) {
    // In one go: what could not be ended counts as not heard, and the provider may try again.
    return Transaction.of(
        db,
        execute ->
            LogoutRows.add(execute, logout, now)
                ? Optional.of(LogoutRows.end(execute, logout))
                : Optional.empty());
  }

  @Override
  public void sweep(Instant now) {
    db.execute()
        .createDelete(
            """
            WITH forgotten AS (DELETE FROM known_address WHERE last_sign_in < :long_ago)
            DELETE FROM session WHERE expires_at < :now
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("long_ago", Timestamp.from(now.minus(MEMORY)))
        .execute();
  }

  private static Session read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Session(
        row.uuid("id"),
        row.uuid("person"),
        row.instant("created_at"),
        row.instant("seen_at"),
        row.instant("expires_at"),
        new Client(row.text("address"), row.text("agent")),
        row.textOrNull("there"));
  }
}
