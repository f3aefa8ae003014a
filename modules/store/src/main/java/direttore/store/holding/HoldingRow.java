package direttore.store.holding;

import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.holding.FailedMaking;
import direttore.domain.holding.FormerHolding;
import direttore.domain.holding.Holding;
import direttore.domain.holding.Owner;
import direttore.domain.holding.Ownership;
import direttore.domain.node.ClusterName;
import direttore.store.Row;
import io.helidon.dbclient.DbRow;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How who has what stands in a row. */
final class HoldingRow {
  /** What a holding and a former one have in common. */
  static final String COMMON =
      """
      kind, cluster, key, person, team, since, cores, memory, disk, operation, seen, born,
      generation, cards
      """;

  /** Whether an operation has what the row {@code h} is about. */
  static final String BUSY =
      """
      EXISTS (SELECT FROM operation_lock l WHERE l.kind = h.kind AND l.key = h.cluster || '/' || h.key)
      """;

  static final String SELECT =
      """
      SELECT h.kind, h.cluster, h.key, h.person, p.name, h.team, h.since, h.cores, h.memory, h.disk,
             h.measured, h.operation, h.seen, h.born, h.generation, h.cards,
             l.operation IS NOT NULL AS busy
        FROM holding h JOIN person p ON p.id = h.person
        LEFT JOIN operation_lock l ON l.kind = h.kind AND l.key = h.cluster || '/' || h.key
      """;

  /** By number, where keys are numbers. */
  static final String IN_ORDER = " ORDER BY h.kind, h.cluster, length(h.key), h.key";

  private HoldingRow() {}

  static Ownership readOwnership(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Ownership(HoldingKey.read(row), owner(row), row.instant("since"));
  }

  static Holding read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Holding(
        HoldingKey.read(row),
        owner(row),
        row.instant("since"),
        new GuestSize(row.integer("cores"), row.number("memory"), row.number("disk")),
        row.instantOrNull("measured"),
        row.uuidOrNull("operation"),
        Optional.ofNullable(row.textOrNull("seen")).map(path -> seen(row, path)).orElse(null),
        birth(row),
        row.flag("busy"));
  }

  static FormerHolding readFormer(DbRow dbRow) {
    var row = new Row(dbRow);
    return new FormerHolding(
        HoldingKey.read(row),
        name(row),
        team(row),
        row.instant("since"),
        row.instant("ended_at"),
        birth(row));
  }

  static FailedMaking readFailed(DbRow dbRow) {
    var row = new Row(dbRow);
    return new FailedMaking(
        row.uuid("operation"), seen(row, row.text("seen")), name(row), row.instant("since"));
  }

  private static Owner owner(Row row) {
    return new Owner(row.uuid("person"), name(row), team(row));
  }

  private static GuestRef seen(Row row, String path) {
    return GuestRef.parse(new ClusterName(row.text("cluster")), path);
  }

  private static PersonName name(Row row) {
    return new PersonName(row.text("name"));
  }

  private static @Nullable TeamName team(Row row) {
    return Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null);
  }

  /** Null where the guest was never looked at. */
  private static @Nullable Birth birth(Row row) {
    var cards = row.textOrNull("cards");
    return cards == null
        ? null
        : new Birth(
            row.instantOrNull("born"),
            row.textOrNull("generation"),
            cards.isEmpty() ? Set.of() : Set.of(cards.split(" ", -1)));
  }
}
