package direttore.store.calendar;

import direttore.domain.Refusal;
import direttore.domain.access.Secret;
import direttore.domain.calendar.CalendarFeed;
import direttore.domain.calendar.CalendarFeeds;
import direttore.domain.calendar.FeedName;
import direttore.domain.calendar.FeedScope;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Feeds in PostgreSQL, known by the digest of their secret. */
public final class PgCalendarFeeds implements CalendarFeeds {
  private static final int MOST = 50;
  private static final String COLUMNS = "id, person, scope, name, created_at, last_used";
  private final DbClient db;
  private final Supplier<UUID> ids;

  public PgCalendarFeeds(Database database, Supplier<UUID> ids) {
    this.db = database.client();
    this.ids = ids;
  }

  @Override
  public CalendarFeed make(
      UUID person, FeedScope scope, FeedName name, Secret secret, Instant now) {
    var feed =
        new CalendarFeed(
            ids.get(), person, scope, name.value(), now.truncatedTo(ChronoUnit.MICROS), null);
    var made =
        db.execute()
            .createInsert(
                """
                INSERT INTO calendar_feed (id, digest, person, scope, name, created_at)
                SELECT :id, :digest, :person, :scope, :name, :created
                WHERE (SELECT count(*) FROM calendar_feed WHERE person = :person) < :most
                """)
            .addParam("id", feed.id())
            .addParam("digest", secret.digest())
            .addParam("person", person)
            .addParam("scope", scope.toString())
            .addParam("name", name.value())
            .addParam("created", Timestamp.from(feed.created()))
            .addParam("most", MOST)
            .execute();
    if (made == 0) {
      throw new Refusal.WrongState(
          "you have %d feeds already, which is the most; revoke one".formatted(MOST), null);
    }
    return feed;
  }

  @Override
  public Optional<CalendarFeed> find(Secret secret) {
    return db.execute()
        .createGet("SELECT " + COLUMNS + " FROM calendar_feed WHERE digest = :digest")
        .addParam("digest", secret.digest())
        .execute()
        .map(PgCalendarFeeds::read);
  }

  @Override
  public void used(UUID id, Instant now) {
    db.execute()
        .createUpdate("UPDATE calendar_feed SET last_used = :now WHERE id = :id")
        .addParam("now", Timestamp.from(now))
        .addParam("id", id)
        .execute();
  }

  @Override
  public List<CalendarFeed> of(UUID person) {
    return db.execute()
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM calendar_feed WHERE person = :person ORDER BY created_at DESC, id")
        .addParam("person", person)
        .execute()
        .map(PgCalendarFeeds::read)
        .toList();
  }

  @Override
  public boolean revoke(UUID person, UUID id) {
    return db.execute()
            .createDelete("DELETE FROM calendar_feed WHERE id = :id AND person = :person")
            .addParam("id", id)
            .addParam("person", person)
            .execute()
        > 0;
  }

  private static CalendarFeed read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new CalendarFeed(
        row.uuid("id"),
        row.uuid("person"),
        FeedScope.parse(row.text("scope")),
        row.text("name"),
        row.instant("created_at"),
        row.instantOrNull("last_used"));
  }
}
