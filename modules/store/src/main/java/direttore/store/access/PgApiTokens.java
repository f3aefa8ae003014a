package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.ApiToken;
import direttore.domain.access.ApiTokens;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.TokenName;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** API tokens in PostgreSQL, known by the digest of their secret. */
public final class PgApiTokens implements ApiTokens {
  private static final String COLUMNS =
      "id, person, name, role, created_at, expires_at, last_used, last_address";
  private final DbClient db;
  private final Supplier<UUID> ids;

  public PgApiTokens(Database database, Supplier<UUID> ids) {
    this.db = database.client();
    this.ids = ids;
  }

  @Override
  public ApiToken make(
      UUID person, TokenName name, Role role, Secret secret, Instant now, Instant expires) {
    var token =
        new ApiToken(
            ids.get(),
            person,
            name.value(),
            role,
            now.truncatedTo(ChronoUnit.MICROS),
            expires.truncatedTo(ChronoUnit.MICROS),
            null,
            null);
    try {
      db.execute()
          .createInsert(
              """
              INSERT INTO api_token (id, digest, person, name, role, created_at, expires_at)
              VALUES (:id, :digest, :person, :name, :role, :created, :expires)
              """)
          .addParam("id", token.id())
          .addParam("digest", secret.digest())
          .addParam("person", person)
          .addParam("name", name.value())
          .addParam("role", role.wire())
          .addParam("created", Timestamp.from(token.created()))
          .addParam("expires", Timestamp.from(token.expires()))
          .execute();
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "api_token_name")) {
        throw new Refusal.WrongState(
            "you have a token called %s already; revoke it or take another name".formatted(name),
            "name");
      }
      throw e;
    }
    return token;
  }

  @Override
  public Optional<ApiToken> find(Secret secret) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM api_token WHERE digest = :digest")
        .addParam("digest", secret.digest())
        .execute()
        .map(PgApiTokens::read);
  }

  @Override
  public void used(UUID id, String address, Instant now) {
    db.execute()
        .createUpdate(
            "UPDATE api_token SET last_used = :now, last_address = :address WHERE id = :id")
        .addParam("now", Timestamp.from(now))
        .addParam("address", address)
        .addParam("id", id)
        .execute();
  }

  @Override
  public List<ApiToken> of(UUID person) {
    return db.execute()
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM api_token WHERE person = :person ORDER BY created_at DESC, id")
        .addParam("person", person)
        .execute()
        .map(PgApiTokens::read)
        .toList();
  }

  @Override
  public boolean revoke(UUID person, UUID id) {
    return db.execute()
            .createDelete("DELETE FROM api_token WHERE id = :id AND person = :person")
            .addParam("id", id)
            .addParam("person", person)
            .execute()
        > 0;
  }

  @Override
  public void revokeAll(UUID person) {
    db.execute()
        .createDelete("DELETE FROM api_token WHERE person = :person")
        .addParam("person", person)
        .execute();
  }

  private static ApiToken read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new ApiToken(
        row.uuid("id"),
        row.uuid("person"),
        row.text("name"),
        Role.parse(row.text("role")),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.instantOrNull("last_used"),
        row.textOrNull("last_address"));
  }
}
