package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was taken and let go of in the order of the commits, as PostgreSQL noted it at the end of
 * each transaction, and what was refused meanwhile. It judges both by counting.
 */
final class StormHistory {
  private static final int CORES = 16;
  private static final long MEMORY = 64 * ReservationLab.GIB;

  private static final String NOTED =
      """
      CREATE TABLE history (
        seq bigint GENERATED ALWAYS AS IDENTITY, claim bigint, reservation bigint,
        resource integer, whole boolean, cores integer, memory bigint, during tstzrange,
        holding boolean, at timestamptz);
      CREATE FUNCTION note_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          NEW := OLD;
          NEW.holding := false;
        END IF;
        INSERT INTO history
               (claim, reservation, resource, whole, cores, memory, during, holding, at)
        VALUES (NEW.id, NEW.reservation, NEW.resource, NEW.lane <> 0, NEW.cores, NEW.memory,
                NEW.during, NEW.holding, clock_timestamp());
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON claim
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_history()
      """;

  private final ReservationLab lab;
  private final Map<Long, Instant> letGo = new ConcurrentHashMap<>();
  private final Queue<Refused> refusals = new ConcurrentLinkedQueue<>();

  StormHistory(ReservationLab lab) {
    this.lab = lab;
    lab.database.client().execute().dml(NOTED);
  }

  /** A claim that was taken or let go of. */
  private record Noted(
      long claim,
      long reservation,
      String resource,
      boolean whole,
      int cores,
      long memory,
      Window during,
      boolean holding,
      Instant at) {
    private boolean meets(Noted other) {
      return resource.equals(other.resource) && during.overlaps(other.during);
    }
  }

  private record Refused(Instant from, Instant to, List<Conflict> conflicts) {}

  /** It was cancelled, and its room is free for sure. */
  void letGo(long reservation) {
    letGo.put(reservation, Instant.now());
  }

  void refused(Instant began, Refusal.ReservationConflict refusal) {
    refusals.add(new Refused(began, Instant.now(), refusal.conflicts()));
  }

  int refused() {
    return refusals.size();
  }

  private List<Noted> noted() {
    return lab.database
        .client()
        .execute()
        .query(
            """
            SELECT h.*, r.kind || ' ' || r.name AS name, lower(during) AS since,
                   upper(during) AS until
              FROM history h JOIN resource r ON r.id = h.resource ORDER BY seq
            """)
        .map(Row::new)
        .map(row ->
            new Noted(
                row.number("claim"),
                row.number("reservation"),
                row.text("name"),
                row.flag("whole"),
                row.integer("cores"),
                row.number("memory"),
                new Window(row.instant("since"), row.instant("until")),
                row.flag("holding"),
                row.instant("at")))
        .toList();
  }

  /** What was taken though it was not free at its place in the order of the commits. */
  List<String> takenTwice() {
    var held = new ArrayList<Noted>();
    var wrong = new ArrayList<String>();
    for (var each : noted()) {
      held.removeIf(other -> other.claim == each.claim);
      if (each.holding) {
        if (!free(each, held)) {
          wrong.add(each.toString());
        }
        held.add(each);
      }
    }
    return wrong;
  }

  private static boolean free(Noted wanted, Collection<Noted> held) {
    var beside =
        held.stream()
            .filter(other -> other.reservation != wanted.reservation && other.meets(wanted))
            .toList();
    if (wanted.whole || beside.stream().anyMatch(Noted::whole)) {
      return beside.isEmpty();
    }
    return beside.stream()
        .map(other -> later(other.during.from(), wanted.during.from()))
        .allMatch(moment -> {
          var then = beside.stream().filter(other -> other.during.contains(moment)).toList();
          return then.stream().mapToInt(Noted::cores).sum() + wanted.cores <= CORES
              && then.stream().mapToLong(Noted::memory).sum() + wanted.memory <= MEMORY;
        });
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What was said to be in the way and was not, at any time of the request. */
  List<String> refusedForNothing() {
    var taken = noted().stream().filter(Noted::holding).toList();
    return refusals.stream()
        .filter(refused ->
            refused.conflicts.isEmpty()
                || refused.conflicts.stream()
                    .anyMatch(named -> taken.stream().noneMatch(t -> explains(t, named, refused))))
        .map(Refused::toString)
        .toList();
  }

  private boolean explains(Noted taken, Conflict named, Refused refused) {
    var by = named.by();
    var until = letGo.getOrDefault(taken.reservation, Instant.MAX);
    return taken.resource.equals(named.resource().toString())
        && (by == null
            ? named.why() == Conflict.Why.CAPACITY
            : by.reservation() == taken.reservation)
        && taken.during.overlaps(named.asked())
        && !taken.at.isAfter(refused.to)
        && !until.isBefore(refused.from);
  }
}
