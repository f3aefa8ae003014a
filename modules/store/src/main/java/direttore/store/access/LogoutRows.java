package direttore.store.access;

import direttore.domain.access.ProviderLogout;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the server that vouches for people said of sessions that ended there, as rows. */
final class LogoutRows {
  private LogoutRows() {}

  /** Remembers it for as long as it counts; whether it was not known. */
  static boolean add(DbExecute execute, ProviderLogout logout, Instant now) {
    execute
        .createDelete("DELETE FROM provider_logout WHERE expires_at < :now")
        .addParam("now", Timestamp.from(now))
        .execute();
    return execute
            .createInsert(
                """
                INSERT INTO provider_logout (digest, expires_at) VALUES (:digest, :until)
                    ON CONFLICT DO NOTHING
                """)
            .addParam("digest", logout.digest())
            .addParam("until", Timestamp.from(logout.until()))
            .execute()
        > 0;
  }

  /** Ends the sessions here that go with it; whose they were. */
  static Set<UUID> end(DbExecute execute, ProviderLogout logout) {
    return execute
        .createQuery(
            """
            DELETE FROM session s USING person p
             WHERE p.id = s.person AND s.vouched AND p.issuer = :issuer
               AND p.subject = coalesce(CAST(:subject AS text), p.subject)
               AND (CAST(:there AS text) IS NULL OR s.there = :there
                    OR s.there IS NULL AND p.subject = CAST(:subject AS text))
            RETURNING s.person
            """)
        .addParam("issuer", logout.issuer())
        .addParam("subject", logout.subject())
        .addParam("there", logout.session())
        .execute()
        .map(row -> new Row(row).uuid("person"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
