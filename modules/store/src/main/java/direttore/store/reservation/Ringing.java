package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.notice.NoticeKind;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Bells;
import direttore.domain.reservation.life.Life;
import direttore.store.Row;
import direttore.store.Transaction;
import direttore.store.notice.NoticeRows;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rings what is due, many in one transaction. What they have in common is written in few
 * statements, as all others wait meanwhile; where one of these fails, fewer are tried at once, so
 * that in the end whoever it fails for is alone.
 */
final class Ringing {
  private static final int MOST = 100;

  private Ringing() {}

  /** Whose it was, in turn. */
  static List<Long> of(DbClient db, Set<Long> except) {
    var most = MOST;
    while (true) {
      try {
        var tried = most;
        return Transaction.of(db, execute -> ring(execute, except, tried));
      } catch (Together e) {
        most /= 2;
      }
    }
  }

  /** All are held, so that whoever waits for them finds them rung. */
  private static List<Long> ring(DbExecute execute, Set<Long> except, int most) {
    var due =
        execute
            .createQuery(
                """
                SELECT b.reservation, b.what, b.due, clock_timestamp() AS now
                  FROM bell b JOIN reservation r ON r.id = b.reservation
                 WHERE b.rung IS NULL AND b.due <= clock_timestamp()
                   AND b.reservation <> ALL (CAST(:except AS bigint[]))
                 ORDER BY b.due, array_position(ARRAY['end', 'destroy', 'approve_by', 'check_in_by', 'prepare', 'start'], b.what)
                 LIMIT :most FOR NO KEY UPDATE OF b, r SKIP LOCKED
                """)
            .addParam("except", except.toArray(Long[]::new))
            .addParam("most", most)
            .execute()
            .map(Row::new)
            .toList();
    var ids = due.stream().map(row -> row.number("reservation")).toList();
    if (!due.isEmpty()) {
      blaming(ids, () -> ring(execute, due, ids));
    }
    return ids;
  }

  /** What has become of one that rang, and what is told of it. */
  private record Rung(Life before, Life after, List<NoticeKind> told) {
    boolean further() {
      return !unused() && phased();
    }

    boolean unused() {
      return Ringing.unused(before, after);
    }

    private boolean phased() {
      return after.phase() != before.phase() || after.status() != before.status();
    }

    boolean over() {
      return after.phase().over() && !before.phase().over();
    }

    Stream<NoticeRows.New> notices() {
      return told.stream().map(kind -> new NoticeRows.New(after.id(), kind));
    }
  }

  private static List<Rung> ring(DbExecute execute, List<Row> due, List<Long> ids) {
    var rung = due.stream().map(Ringing::bell).toList();
    var what = rung.stream().map(Bell::what).toList();
    var now = due.getFirst().instant("now");
    LifeRows.silence(execute, ids, what, now);
    var bells = new HashMap<Long, List<Bell>>();
    for (var i = 0; i < ids.size(); i++) {
      bells.computeIfAbsent(ids.get(i), _ -> new ArrayList<>()).add(rung.get(i));
    }
    var since = what.contains(BellKind.CHECK_IN_BY) ? LifeRows.since(execute) : Instant.EPOCH;
    var disabled =
        what.stream().anyMatch(BellKind::begins) ? LifeRows.disabled(execute, ids) : Set.<Long>of();
    var all =
        LifeRows.held(execute, bells.keySet()).stream()
            .map(before -> {
              var against = disabled.contains(before.id()) ? Life.disabled(before.party()) : null;
              return blaming(
                  List.of(before.id()),
                  () -> {
                    var its = bells.getOrDefault(before.id(), List.of());
                    var one = rung(before, its, now, since, against);
                    LifeRows.writeParts(execute, before, one.after(), now);
                    if (one.unused()) {
                      NoShows.write(execute, one.after(), lastToCheckIn(its), now);
                    }
                    return one;
                  });
            })
            .toList();
    var over = all.stream().filter(Rung::over).map(Rung::after).toList();
    LifeRows.over(execute, over);
    LifeRows.writePhases(
        execute, all.stream().filter(Rung::further).map(Rung::after).toList(), now);
    NoticeRows.add(execute, all.stream().flatMap(Rung::notices).toList(), null);
    return all;
  }

  /** Whether nobody has checked in, and so its end is another. */
  private static boolean unused(Life before, Life after) {
    return !after.window().equals(before.window());
  }

  private static Bell bell(Row row) {
    return new Bell(
        BellKind.valueOf(row.text("what").toUpperCase(Locale.ROOT)), row.instant("due"));
  }

  private static Instant lastToCheckIn(List<Bell> bells) {
    return bells.stream()
        .filter(bell -> bell.what() == BellKind.CHECK_IN_BY)
        .map(Bell::due)
        .findFirst()
        .orElseThrow();
  }

  private static Rung rung(
      Life before, List<Bell> bells, Instant now, Instant since, @Nullable Failure against) {
    var told = new ArrayList<NoticeKind>();
    var after = before;
    for (var bell : bells) {
      after = after.rung(bell, now, since, against);
      NoticeKind.ofBell(after, bell.what(), now).ifPresent(told::add);
    }
    NoticeKind.ofLife(before, after).ifPresent(told::add);
    if (unused(before, after)) {
      told.add(NoticeKind.NO_SHOW);
    }
    return new Rung(before, after, told);
  }

  /** What fails for one is said of it; what fails for several is of none of them yet. */
  private static <T> T blaming(Collection<Long> reservations, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal.DatabaseAway | Bells.Cracked e) {
      throw e;
    } catch (RuntimeException e) {
      var blamed = Set.copyOf(reservations);
      throw blamed.size() == 1 ? new Bells.Cracked(blamed.iterator().next(), e) : new Together(e);
    }
  }

  /** Something failed for several at once. */
  private static final class Together extends RuntimeException {
    private static final long serialVersionUID = 1;

    Together(Throwable cause) {
      super("what is due for several reservations cannot be done at once", cause);
    }
  }
}
