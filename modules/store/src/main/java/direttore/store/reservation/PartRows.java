package direttore.store.reservation;

import direttore.domain.group.Member;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.life.Doing;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartKey;
import direttore.domain.reservation.life.PartOperation;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.store.Row;
import direttore.store.operation.Fences;
import direttore.store.operation.Fences.Told;
import direttore.store.operation.GroupColumns;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of reservations, each within a fence of its own. */
final class PartRows {
  private PartRows() {}

  /** Guests that a reservation shall bring into being when its time comes. */
  static void add(
      DbExecute execute, Secrets secrets, long reservation, AtEnd atEnd, UUID id, NewPart part) {
    Fences.add(execute, id, new Told("reservation", Long.toString(reservation)), false);
    execute
        .createInsert(
            """
            INSERT INTO part (id, reservation, name, making, at_end, want, state)
            VALUES (:id, :reservation, :name, CAST(:making AS jsonb), :atEnd, :want, :state)
            """)
        .addParam("id", id)
        .addParam("reservation", reservation)
        .addParam("name", part.name())
        .addParam("making", GroupColumns.members(List.of(part.making())))
        .addParam("atEnd", atEnd.wire())
        .addParam("want", PartWant.NOTHING.wire())
        .addParam("state", PartState.NONE.wire())
        .execute();
    if (!part.secrets().none()) {
      secrets.add(execute, SecretOwner.part(id), GroupColumns.secrets(part.secrets()));
    }
  }

  static List<Part> of(DbExecute execute, long reservation) {
    return of(execute, List.of(reservation)).getOrDefault(reservation, List.of());
  }

  /** Those of several reservations that have any. */
  static Map<Long, List<Part>> of(DbExecute execute, Collection<Long> reservations) {
    return execute
        .createQuery(
            """
            SELECT p.id, p.reservation, p.name, p.making, p.guest, p.starts, p.at_end, p.want,
                   f.round, p.state, p.failure
              FROM part p JOIN operation_fence f ON f.id = p.id
             WHERE p.reservation = ANY (CAST(:ids AS bigint[])) ORDER BY length(p.name), p.name
            """)
        .addParam("ids", reservations.toArray(Long[]::new))
        .execute()
        .map(Row::new)
        .map(PartRows::read)
        .collect(Collectors.groupingBy(Part::reservation));
  }

  /** A guest that was there and that a reservation claims. */
  static void add(DbExecute execute, long reservation, Named named, UUID id) {
    Fences.add(execute, id, new Told("reservation", Long.toString(reservation)), true);
    execute
        .createInsert(
            """
            INSERT INTO part (id, reservation, name, guest, starts, at_end, want, state)
            VALUES (:id, :reservation, :name, :guest, :starts, :atEnd, :want, :state)
            """)
        .addParam("id", id)
        .addParam("reservation", reservation)
        .addParam("name", named.guest().vmid().toString())
        .addParam("guest", path(named.guest()))
        .addParam("starts", named.starts())
        .addParam("atEnd", named.atEnd().wire())
        .addParam("want", PartWant.NOTHING.wire())
        .addParam("state", PartState.NONE.wire())
        .execute();
  }

  /** A guest that was there, and what is done with it. */
  record Named(GuestRef guest, boolean starts, AtEnd atEnd) {}

  /** Forgets the guests that were there, of a reservation that has not begun. */
  static void forgetNamed(DbExecute execute, long reservation) {
    execute
        .createDelete(
            """
            WITH gone AS (
              DELETE FROM part
               WHERE reservation = :id AND making IS NULL AND want = :want
              RETURNING id)
            DELETE FROM operation_fence WHERE id IN (SELECT id FROM gone)
            """)
        .addParam("id", reservation)
        .addParam("want", PartWant.NOTHING.wire())
        .execute();
  }

  /** Those whose guest another reservation has not brought to rest yet. */
  static Set<UUID> waiting(DbExecute execute, long reservation) {
    return execute
        .createQuery(
            """
            SELECT p.id
              FROM part p JOIN part o
                ON split_part(o.guest, '/', 1) = split_part(p.guest, '/', 1)
               AND split_part(o.guest, '/', 4) = split_part(p.guest, '/', 4)
               AND o.reservation <> p.reservation AND o.state = 'ending'
             WHERE p.reservation = :id AND p.making IS NULL AND p.state = 'making'
            """)
        .addParam("id", reservation)
        .execute()
        .map(row -> new Row(row).uuid("id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Part read(Row row) {
    var making = row.textOrNull("making");
    return new Part(
        row.uuid("id"),
        row.number("reservation"),
        row.text("name"),
        making == null ? null : making(making),
        guest(row.textOrNull("guest")),
        row.flag("starts"),
        AtEnd.parse(row.text("at_end")),
        PartWant.valueOf(row.text("want").toUpperCase(Locale.ROOT)),
        row.integer("round"),
        PartState.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        GroupColumns.failure(row));
  }

  private static Member making(String json) {
    return GroupColumns.members(json).getFirst();
  }

  private static @Nullable GuestRef guest(@Nullable String path) {
    if (path == null) {
      return null;
    }
    var parts = path.split("/", 2);
    return GuestRef.parse(new ClusterName(parts[0]), parts[1]);
  }

  private static @Nullable String path(@Nullable GuestRef guest) {
    return guest == null ? null : guest.cluster() + "/" + guest.path();
  }

  /** With the next round of its fence, where it is wanted otherwise. */
  static void write(DbExecute execute, Part before, Part after, Instant now) {
    if (after.equals(before)) {
      return;
    }
    if (after.round() != before.round()) {
      Fences.raise(execute, after.id(), now);
    }
    write(execute, after);
  }

  private static void write(DbExecute execute, Part part) {
    var failure = part.failure();
    execute
        .createUpdate(
            """
            UPDATE part SET at_end = :atEnd, want = :want, state = :state, guest = :guest,
                            failure = CAST(:failure AS jsonb)
             WHERE id = :id
            """)
        .addParam("atEnd", part.atEnd().wire())
        .addParam("want", part.want().wire())
        .addParam("state", part.state().wire())
        .addParam("guest", path(part.guest()))
        .addParam("failure", failure == null ? null : GroupColumns.failure(failure))
        .addParam("id", part.id())
        .execute();
  }

  /** What it has made is theirs from now on; where nobody signs in, nothing is anybody's. */
  static void handOver(DbExecute execute, long reservation, Party party) {
    var team = party.team();
    execute
        .createUpdate(
            """
            UPDATE holding SET person = :person, team = :team
             WHERE NOT counts AND CAST(:given AS uuid) IS NOT NULL
               AND operation IN (SELECT o.id FROM operation o JOIN part p ON p.id = o.group_id
                                  WHERE p.reservation = :id)
            """)
        .addParam("person", party.person())
        .addParam("given", party.person())
        .addParam("team", team == null ? null : team.value())
        .addParam("id", reservation)
        .execute();
  }

  /** Nothing more is submitted, and what is left counts for whoever has it. */
  static void over(DbExecute execute, long reservation) {
    execute
        .createUpdate(
            """
            UPDATE operation_fence SET closed = true
             WHERE id IN (SELECT id FROM part WHERE reservation = :id)
            """)
        .addParam("id", reservation)
        .execute();
    execute
        .createUpdate(
            """
            UPDATE holding SET counts = true
             WHERE NOT counts
               AND operation IN (SELECT o.id FROM operation o JOIN part p ON p.id = o.group_id
                                  WHERE p.reservation = :id)
            """)
        .addParam("id", reservation)
        .execute();
    Secrets.forgetParts(execute, reservation);
  }

  static Map<UUID, List<PartOperation>> operations(DbExecute execute, long reservation) {
    return execute
        .createQuery(
            """
            SELECT o.group_id, o.id, o.group_key, o.kind, o.state, o.cluster, o.guest_kind, o.node,
                   o.vmid, o.failure, o.finished_at
              FROM operation o JOIN part p ON p.id = o.group_id
             WHERE p.reservation = :id
            """)
        .addParam("id", reservation)
        .execute()
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.uuid("group_id"),
                Collectors.mapping(PartRows::operation, Collectors.toList())));
  }

  private static PartOperation operation(Row row) {
    return new PartOperation(
        row.uuid("id"),
        PartKey.parse(row.text("group_key")),
        Doing.of(row.text("kind")),
        GroupColumns.state(row),
        GroupColumns.guest(row),
        GroupColumns.failure(row),
        row.instantOrNull("finished_at"));
  }
}
