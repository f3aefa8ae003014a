package direttore.store.reservation;

import direttore.domain.group.Member;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.life.Care;
import direttore.domain.reservation.life.Doing;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartKey;
import direttore.domain.reservation.life.PartOperation;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.domain.reservation.life.Waiting;
import direttore.store.Row;
import direttore.store.operation.Fences;
import direttore.store.operation.Fences.Told;
import direttore.store.operation.GroupColumns;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbExecute;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of reservations, each within a fence of its own. */
final class PartRows {
  private PartRows() {}

  /** Guests that a reservation shall bring into being when its time comes. */
  static void add(
      DbExecute execute, Secrets secrets, long reservation, Care care, UUID id, NewPart part) {
    Fences.add(execute, id, new Told("reservation", Long.toString(reservation)), false);
    execute
        .createInsert(
            """
            INSERT INTO part (id, reservation, name, making, at_end, ready, ready_port,
                              ready_within, want, state)
            VALUES (:id, :reservation, :name, CAST(:making AS jsonb), :atEnd, :ready, :port,
                    make_interval(secs => :within), :want, :state)
            """)
        .addParam("id", id)
        .addParam("reservation", reservation)
        .addParam("name", part.name())
        .addParam("making", GroupColumns.members(List.of(part.making())))
        .addParam("atEnd", care.atEnd().wire())
        .addParam("ready", care.ready().check().wire())
        .addParam("port", care.ready().port())
        .addParam("within", care.ready().within().toSeconds())
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
            SELECT p.id, p.reservation, p.name, p.making, p.guest, p.birth, p.at_start, p.at_end,
                   p.ready, p.ready_port,
                   CAST(extract(epoch FROM p.ready_within) AS bigint) AS ready_within, p.want,
                   f.round, p.state, p.waiting, p.waiting_since,
                   coalesce(tried.failure, p.failure) AS failure
              FROM part p JOIN operation_fence f ON f.id = p.id
              LEFT JOIN LATERAL (
                   SELECT o.failure FROM operation o
                    WHERE p.state = 'making' AND o.group_id = p.id AND o.state = 'failed'
                      AND o.group_key LIKE f.round || ':%'
                    ORDER BY o.finished_at DESC LIMIT 1) tried ON true
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
            INSERT INTO part (id, reservation, name, guest, birth, at_start, at_end, want, state)
            VALUES (:id, :reservation, :name, :guest, CAST(:birth AS jsonb), :atStart, :atEnd,
                    :want, :state)
            """)
        .addParam("id", id)
        .addParam("reservation", reservation)
        .addParam("name", named.guest().vmid().toString())
        .addParam("guest", path(named.guest()))
        .addParam("birth", birth(named.birth()))
        .addParam("atStart", named.care().atStart().wire())
        .addParam("atEnd", named.care().atEnd().wire())
        .addParam("want", PartWant.NOTHING.wire())
        .addParam("state", PartState.NONE.wire())
        .execute();
  }

  /**
   * A guest that was there, and what is done with it.
   *
   * @param birth what it was born with, or null where nobody has looked yet
   */
  record Named(GuestRef guest, @Nullable Birth birth, Care care) {}

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

  /** Forgets guests that were to be made, of a reservation that has not begun. */
  static void forgetMade(DbExecute execute, Collection<UUID> parts) {
    parts.forEach(part -> Secrets.forget(execute, SecretOwner.part(part)));
    execute
        .createDelete(
            """
            WITH gone AS (
              DELETE FROM part
               WHERE id = ANY (CAST(:ids AS uuid[])) AND making IS NOT NULL AND want = :want
              RETURNING id)
            DELETE FROM operation_fence WHERE id IN (SELECT id FROM gone)
            """)
        .addParam("ids", parts.toArray(UUID[]::new))
        .addParam("want", PartWant.NOTHING.wire())
        .execute();
  }

  private static Part read(Row row) {
    var making = row.textOrNull("making");
    return new Part(
        row.uuid("id"),
        row.number("reservation"),
        row.text("name"),
        making == null ? null : making(making),
        guest(row.textOrNull("guest")),
        Optional.ofNullable(row.textOrNull("birth")).map(ReservationJson.BIRTH::read).orElse(null),
        care(row),
        PartWant.valueOf(row.text("want").toUpperCase(Locale.ROOT)),
        row.integer("round"),
        PartState.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        waiting(row),
        GroupColumns.failure(row));
  }

  private static Care care(Row row) {
    var port = row.numberOrNull("ready_port");
    return new Care(
        AtStart.parse(row.text("at_start")),
        AtEnd.parse(row.text("at_end")),
        new Readiness(
            Readiness.Check.parse(row.text("ready")),
            port == null ? null : Math.toIntExact(port),
            Duration.ofSeconds(row.number("ready_within"))));
  }

  private static @Nullable Waiting waiting(Row row) {
    var what = row.textOrNull("waiting");
    return what == null ? null : new Waiting(what, row.instant("waiting_since"));
  }

  private static @Nullable String birth(@Nullable Birth birth) {
    return birth == null ? null : ReservationJson.BIRTH.write(birth);
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
    } else if (before.state().moving() && !after.state().moving()) {
      Fences.close(execute, after.id());
    }
    write(execute, after, now);
    if (!after.state().moving() && after.want() != PartWant.PRESENT) {
      Possessions.giveBack(execute, after.id());
    }
  }

  private static void write(DbExecute execute, Part part, Instant now) {
    var failure = part.failure();
    var waiting = part.waiting();
    execute
        .createUpdate(
            """
            UPDATE part SET at_start = :atStart, at_end = :atEnd, ready = :ready,
                            ready_port = :port, ready_within = make_interval(secs => :within),
                            want = :want, state = :state,
                            since = CASE WHEN state = :was THEN since
                                         ELSE CAST(:now AS timestamptz) END,
                            guest = :guest, birth = CAST(:birth AS jsonb), waiting = :waiting,
                            waiting_since = CAST(:since AS timestamptz),
                            failure = CAST(:failure AS jsonb)
             WHERE id = :id
            """)
        .addParam("atStart", part.care().atStart().wire())
        .addParam("atEnd", part.atEnd().wire())
        .addParam("ready", part.care().ready().check().wire())
        .addParam("port", part.care().ready().port())
        .addParam("within", part.care().ready().within().toSeconds())
        .addParam("birth", birth(part.birth()))
        .addParam("waiting", waiting == null ? null : waiting.what())
        .addParam("since", waiting == null ? null : waiting.since().toString())
        .addParam("want", part.want().wire())
        .addParam("state", part.state().wire())
        .addParam("was", part.state().wire())
        .addParam("now", now.toString())
        .addParam("guest", path(part.guest()))
        .addParam("failure", failure == null ? null : GroupColumns.failure(failure))
        .addParam("id", part.id())
        .execute();
  }

  /** What it has made is theirs from now on; where nobody signs in, nothing is anybody's. */
  static void handOver(DbExecute execute, long reservation, Party party) {
    var team = party.team();
    // What is submitted at this moment is theirs too, and nothing more in the name of another.
    Fences.hold(execute, of(execute, reservation).stream().map(Part::id).toList());
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
  static void over(DbExecute execute, Collection<Long> reservations) {
    var ids = reservations.toArray(Long[]::new);
    execute
        .createUpdate(
            """
            UPDATE operation_fence SET closed = true
             WHERE id IN (SELECT id FROM part WHERE reservation = ANY (CAST(:ids AS bigint[])))
            """)
        .addParam("ids", ids)
        .execute();
    execute
        .createUpdate(
            """
            UPDATE holding SET counts = true
             WHERE NOT counts
               AND operation IN (SELECT o.id FROM operation o JOIN part p ON p.id = o.group_id
                                  WHERE p.reservation = ANY (CAST(:ids AS bigint[])))
            """)
        .addParam("ids", ids)
        .execute();
    Possessions.giveAllBack(execute, reservations);
    Secrets.forgetParts(execute, reservations);
  }

  static Map<UUID, List<PartOperation>> operations(DbExecute execute, long reservation) {
    return execute
        .createQuery(
            """
            SELECT o.group_id, o.id, o.group_key, o.kind, o.state, o.cluster, o.guest_kind, o.node,
                   o.vmid, o.failure, o.finished_at,
                   o.steps @> '[{"kind": "start"}]' AS starts
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

  /** Whether an operation of the part is under way. */
  static boolean busy(DbExecute execute, UUID part) {
    return execute
        .createGet(
            """
            SELECT true AS busy FROM operation
             WHERE group_id = :id AND state IN ('queued', 'running') LIMIT 1
            """)
        .addParam("id", part)
        .execute()
        .isPresent();
  }

  private static PartOperation operation(Row row) {
    return new PartOperation(
        row.uuid("id"),
        PartKey.parse(row.text("group_key")),
        Doing.of(row.text("kind")),
        row.flag("starts"),
        GroupColumns.state(row),
        GroupColumns.guest(row),
        GroupColumns.failure(row),
        row.instantOrNull("finished_at"));
  }
}
