package direttore.store.inventory;

import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.InventoryCopy;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.KindState;
import direttore.domain.inventory.SourceObject;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The copy of NetBox in PostgreSQL, as it is written. */
public final class PgInventoryCopy implements InventoryCopy {
  /** So far our clock may be ahead of NetBox's. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final DbClient db;
  private final String source;

  /**
   * A copy of one NetBox.
   *
   * @param source which one: the copy of another is forgotten
   */
  public PgInventoryCopy(Database database, String source) {
    this.db = database.client();
    this.source = source;
  }

  @Override
  public CopyState state() {
    return state(db, source);
  }

  static CopyState state(DbClient db, String source) {
    return db.execute()
        .createGet(
            """
            SELECT version, reachable, read_at, compared_at, trouble, troubled_at
              FROM inventory_copy WHERE source = :source
            """)
        .addParam("source", source)
        .execute()
        .map(Row::new)
        .map(row ->
            new CopyState(
                row.textOrNull("version"),
                row.flag("reachable"),
                row.instantOrNull("read_at"),
                row.instantOrNull("compared_at"),
                row.textOrNull("trouble"),
                row.instantOrNull("troubled_at")))
        .orElseGet(CopyState::never);
  }

  @Override
  public Map<Kind, KindState> kinds() {
    var known = new EnumMap<Kind, KindState>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> known.put(kind, KindState.NEVER));
    db.execute()
        .createQuery("SELECT kind, stamp, whole_at, stale FROM inventory_kind")
        .execute()
        .map(Row::new)
        .forEach(row ->
            known.put(
                Kind.ofWire(row.text("kind")),
                new KindState(
                    row.instantOrNull("stamp"), row.instantOrNull("whole_at"), row.flag("stale"))));
    return known;
  }

  @Override
  public OptionalLong change() {
    var change =
        db.execute()
            .createGet("SELECT change FROM inventory_copy WHERE source = :source")
            .addParam("source", source)
            .execute()
            .map(row -> new Row(row).numberOrNull("change"));
    return change.isPresent() ? OptionalLong.of(change.get()) : OptionalLong.empty();
  }

  @Override
  public long begin() {
    return Transaction.of(db, this::begin);
  }

  private long begin(DbExecute tx) {
    var other =
        tx.createDelete("DELETE FROM inventory_copy WHERE source <> :source")
            .addParam("source", source)
            .execute();
    if (other > 0) {
      tx.delete("DELETE FROM inventory_object");
      tx.delete("DELETE FROM inventory_kind");
    }
    return tx.createGet(
            """
            INSERT INTO inventory_copy (source, reading) VALUES (:source, 1)
            ON CONFLICT (one) DO UPDATE SET reading = inventory_copy.reading + 1
            RETURNING reading
            """)
        .addParam("source", source)
        .execute()
        .map(row -> new Row(row).number("reading"))
        .orElseThrow();
  }

  @Override
  public void put(Kind kind, long reading, List<SourceObject> objects) {
    db.execute()
        .createInsert(
            """
            INSERT INTO inventory_object (kind, id, last_updated, reading, body)
            SELECT CAST(:kind AS text), CAST(o ->> 'id' AS bigint),
                   CAST(o ->> 'last_updated' AS timestamptz), CAST(:reading AS bigint), o
              FROM jsonb_array_elements(CAST(:page AS jsonb)) o
            ON CONFLICT (kind, id) DO UPDATE
              SET last_updated = excluded.last_updated, reading = excluded.reading,
                  body = excluded.body
            """)
        .addParam("kind", kind.wire())
        .addParam("reading", reading)
        .addParam(
            "page",
            objects.stream().map(SourceObject::json).collect(Collectors.joining(",", "[", "]")))
        .execute();
  }

  @Override
  public void whole(Kind kind, long reading, Instant began) {
    Transaction.in(
        db,
        tx -> {
          tx.createDelete(
                  """
                  DELETE FROM inventory_object WHERE kind = :kind AND reading < :reading
                  """)
              .addParam("kind", kind.wire())
              .addParam("reading", reading)
              .execute();
          // What changed while it was read may be in an earlier page as it was before.
          tx.createInsert(
                  """
                  INSERT INTO inventory_kind (kind, stamp, whole_at, stale)
                  SELECT CAST(:kind AS text), least(max(last_updated), CAST(:before AS timestamptz)),
                         CAST(:began AS timestamptz), false
                    FROM inventory_object WHERE kind = :same
                  ON CONFLICT (kind) DO UPDATE
                    SET stamp = excluded.stamp, whole_at = excluded.whole_at, stale = false
                  """)
              .addParam("kind", kind.wire())
              .addParam("before", Timestamp.from(began.minus(SKEW)))
              .addParam("began", Timestamp.from(began))
              .addParam("same", kind.wire())
              .execute();
        });
  }

  @Override
  public void caughtUp(Kind kind, long reading) {
    db.execute()
        .createUpdate(
            """
            UPDATE inventory_kind k
               SET stamp = greatest(k.stamp, (SELECT max(last_updated) FROM inventory_object o
                                               WHERE o.kind = k.kind AND o.reading = :reading))
             WHERE k.kind = :kind
            """)
        .addParam("kind", kind.wire())
        .addParam("reading", reading)
        .execute();
  }

  @Override
  public void remove(Kind kind, Collection<Long> ids) {
    db.execute()
        .createDelete(
            """
            DELETE FROM inventory_object
             WHERE kind = :kind AND id = ANY (CAST(:ids AS bigint[]))
            """)
        .addParam("kind", kind.wire())
        .addParam("ids", Pages.array(ids))
        .execute();
  }

  @Override
  public void keepOnly(Kind kind, long reading, Collection<Long> ids) {
    db.execute()
        .createDelete(
            """
            DELETE FROM inventory_object
             WHERE kind = :kind AND reading < :reading AND id <> ALL (CAST(:ids AS bigint[]))
            """)
        .addParam("kind", kind.wire())
        .addParam("reading", reading)
        .addParam("ids", Pages.array(ids))
        .execute();
  }

  @Override
  public void stale(Collection<Kind> kinds) {
    db.execute()
        .createUpdate(
            "UPDATE inventory_kind SET stale = true WHERE kind = ANY (CAST(:kinds AS text[]))")
        .addParam(
            "kinds", kinds.stream().map(Kind::wire).collect(Collectors.joining(",", "{", "}")))
        .execute();
  }

  @Override
  public void settle(@Nullable Long change) {
    db.execute()
        .createUpdate(
            """
            UPDATE inventory_copy SET change = CAST(:change AS bigint) WHERE source = :source
            """)
        .addParam("change", change)
        .addParam("source", source)
        .execute();
  }

  @Override
  public void current(String version, Instant at) {
    db.execute()
        .createUpdate(
            """
            UPDATE inventory_copy
               SET version = :version, reachable = true, read_at = :at,
                   compared_at = (SELECT min(whole_at) FROM inventory_kind)
             WHERE source = :source
            """)
        .addParam("version", version)
        .addParam("at", Timestamp.from(at))
        .addParam("source", source)
        .execute();
  }

  @Override
  public void trouble(String sentence, Instant at) {
    db.execute()
        .createUpdate(
            """
            UPDATE inventory_copy SET trouble = :sentence, reachable = false, troubled_at = :at
             WHERE source = :source
            """)
        .addParam("sentence", sentence)
        .addParam("at", Timestamp.from(at))
        .addParam("source", source)
        .execute();
  }
}
