package direttore.store.reservation;

import direttore.domain.reservation.Anchors;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.recurrence.Anchored;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.ZoneData;
import direttore.store.Row;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves reservations when the rules of their zones have changed, so many in one decision. */
final class ClockChanges implements Anchors {
  private static final int AT_ONCE = 100;

  private final Durable durable;
  private final Decisions decisions;
  private final Conflicts conflicts;
  private final Consequences consequences;

  ClockChanges(
      Durable durable, Decisions decisions, Conflicts conflicts, Consequences consequences) {
    this.durable = durable;
    this.decisions = decisions;
    this.conflicts = conflicts;
    this.consequences = consequences;
  }

  @Override
  public Followed follow(ZoneData data) {
    var same = new ArrayList<Long>();
    var drifted = new ArrayList<Anchored>();
    for (var was : other(data)) {
      var is = was.by(data);
      if (is.equals(was)) {
        same.add(was.id());
      } else {
        drifted.add(is);
      }
    }
    note(durable.execute(), same, data);
    var moved = 0;
    var left = List.copyOf(drifted);
    while (!left.isEmpty()) {
      // What makes way in one decision may be what another waits for.
      var rest = moved(left, data);
      moved += left.size() - rest.size();
      if (rest.size() == left.size()) {
        break;
      }
      left = rest;
    }
    return new Followed(moved, left.stream().map(Anchored::id).toList());
  }

  /** What is to come and was computed with other zone data, the earliest first. */
  private List<Anchored> other(ZoneData data) {
    return durable
        .execute()
        .createQuery(
            """
            SELECT id, CAST(start_local AS text) AS start_local,
                   CAST(end_local AS text) AS end_local, zone, lower(during) AS since,
                   upper(during) AS until
              FROM reservation
             WHERE zone_data <> :version AND phase IN ('requested', 'offered', 'booked')
               AND lower(during) > :now AND NOT (replaces IS NOT NULL AND phase = 'requested')
             ORDER BY lower(during), id
            """)
        .addParam("version", data.version())
        .addParam("now", Timestamp.from(durable.now()))
        .execute()
        .map(row -> anchored(new Row(row)))
        .toList();
  }

  private static Anchored anchored(Row row) {
    var meant =
        new LocalWindow(
            ReservationRows.local(row.text("start_local")),
            ReservationRows.local(row.text("end_local")),
            ZoneId.of(row.text("zone")));
    return new Anchored(row.number("id"), meant, row.instant("since"), row.instant("until"));
  }

  private static void note(DbExecute execute, List<Long> same, ZoneData data) {
    if (same.isEmpty()) {
      return;
    }
    execute
        .createUpdate(
            """
            UPDATE reservation SET zone_data = :version, unmoved = NULL
             WHERE id = ANY (CAST(:ids AS bigint[]))
            """)
        .addParam("version", data.version())
        .addParam("ids", HeldRows.array(same))
        .execute();
  }

  /** Those that could not be moved. */
  private List<Anchored> moved(List<Anchored> all, ZoneData data) {
    var rest = new ArrayList<Anchored>();
    for (var i = 0; i < all.size(); i += AT_ONCE) {
      var some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
      rest.addAll(durable.of(execute -> moved(execute, some, data)));
    }
    return rest;
  }

  private List<Anchored> moved(DbExecute execute, List<Anchored> some, ZoneData data) {
    var wanted = some.stream().collect(Collectors.toMap(Anchored::id, Function.identity()));
    var rest = new ArrayList<Anchored>();
    var plans = new ArrayList<Plan>();
    for (var before : ReservationRows.of(execute, wanted.keySet(), true)) {
      var to = wanted(wanted, before);
      if (!toCome(before)) {
        // It has begun, or was called off, in between.
        continue;
      }
      if (!to.lasts() || !to.from().isAfter(durable.now())) {
        unmoved(execute, before, Series.Skipped.CLOCK);
        rest.add(to);
      } else if (before.kind() == ReservationKind.BLACKOUT) {
        unmoved(execute, before, "a blackout is not moved; make it anew");
        rest.add(to);
      } else {
        Replacements.callOff(execute, before, durable.now(), null);
        plans.add(plan(execute, before, to));
      }
    }
    var decided =
        plans.isEmpty() ? List.<Decided>of() : decisions.each(execute, plans, List.of(), true);
    decided.stream()
        .filter(Decided::free)
        .forEach(each -> ReservationWrites.letGo(execute, each.result().id()));
    for (var each : decided) {
      var before = Objects.requireNonNull(each.plan().before(), "what there is is moved");
      var to = wanted(wanted, before);
      if (each.free()) {
        write(execute, before, each.result(), to, data);
      } else {
        unmoved(execute, before, Conflict.why(conflicts.of(each)));
        rest.add(to);
      }
    }
    return rest;
  }

  private static Anchored wanted(Map<Long, Anchored> wanted, Reservation of) {
    return Objects.requireNonNull(wanted.get(of.id()), "one that was asked for");
  }

  private boolean toCome(Reservation one) {
    return (one.phase() == Phase.REQUESTED
            || one.phase() == Phase.OFFERED
            || one.phase() == Phase.BOOKED)
        && one.window().from().isAfter(durable.now());
  }

  private Plan plan(DbExecute execute, Reservation before, Anchored to) {
    var times = before.times().at(new Window(to.from(), to.to()));
    var moved = ReservationChange.NOTHING.withTimes(times);
    return Changes.plan(execute, before, moved, durable.now(), Asks::of);
  }

  private void write(
      DbExecute execute, Reservation before, Reservation after, Anchored to, ZoneData data) {
    ReservationWrites.update(execute, after, null);
    ReservationWrites.claims(execute, after);
    if (after.phase() == Phase.REQUESTED) {
      ApprovalRows.sooner(execute, after.id(), after.window().from());
    }
    consequences.changed(execute, before, after);
    execute
        .createUpdate(
            """
            UPDATE reservation SET start_local = CAST(:start AS timestamp),
                                   end_local = CAST(:end AS timestamp), zone_data = :version
             WHERE id = :id
            """)
        .addParam("start", to.meant().start().toString())
        .addParam("end", to.meant().end().toString())
        .addParam("version", data.version())
        .addParam("id", after.id())
        .execute();
  }

  private static void unmoved(DbExecute execute, Reservation before, String why) {
    execute
        .createUpdate(
            """
            UPDATE reservation SET unmoved = :why
             WHERE id = :id AND unmoved IS DISTINCT FROM :same
            """)
        .addParam("why", why)
        .addParam("id", before.id())
        .addParam("same", why)
        .execute();
  }
}
