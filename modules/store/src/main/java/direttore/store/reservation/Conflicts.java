package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.ClaimDecider.Obstacle;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says whose it is what is in the way, and what is free instead. */
final class Conflicts {
  /** So many are told of one reservation. */
  private static final int TOLD = 100;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private final DbClient db;
  private final NextFree nextFree;
  private final Ruled ruled;

  /**
   * As somebody hears of it.
   *
   * @param ruled by which rules they are offered what is free instead
   */
  Conflicts(DbClient db, NextFree nextFree, Ruled ruled) {
    this.db = db;
    this.nextFree = nextFree;
    this.ruled = ruled;
  }

  /** What is in the way of one reservation, and when it shall hold what it asks for. */
  private record Met(Obstacle obstacle, Window asked) {
    /** By what it is the same thing, whichever date of a series it is in the way of. */
    private record Thing(Resource.Ref resource, @Nullable Long reservation, Conflict.Why why) {}

    Thing thing() {
      return new Thing(obstacle.resource(), obstacle.reservation(), obstacle.why());
    }
  }

  /** The refusal of a reservation, with what is free instead. */
  Refusal.ReservationConflict refusal(Decisions.Decided decided, AskedAgain again) {
    return refusal(List.of(decided), rules -> nextFree.of(decided.plan(), rules, again));
  }

  /** The refusal of dates of a series, with when all of its dates are free instead. */
  Refusal.ReservationConflict refusal(
      List<Decisions.Decided> decided, SeriesWish wish, AskedAgain again) {
    var refused = decided.stream().filter(each -> !each.free()).toList();
    return refusal(refused, rules -> nextFree.of(wish, rules, again));
  }

  private Refusal.ReservationConflict refusal(
      List<Decisions.Decided> refused, Function<SlotRules, List<Slot>> instead) {
    var conflicts = of(refused);
    var first = refused.getFirst();
    return new Refusal.ReservationConflict(
        sentence(conflicts, first.plan().after().times().zone(), refused.size()),
        field(conflicts.getFirst()),
        conflicts,
        instead.apply(ruled.instead(db.execute(), first)));
  }

  /** Of addresses fewer may do. */
  private static @Nullable String field(Conflict first) {
    var free = first.free();
    return free == null || free.addresses() == null
        ? null
        : "claims[%d].count".formatted(first.request());
  }

  List<Conflict> of(Decisions.Decided decided) {
    return of(List.of(decided));
  }

  private List<Conflict> of(List<Decisions.Decided> refused) {
    return told(refused.stream().flatMap(Conflicts::met));
  }

  /** What is in the way of something that shall be held in a window. */
  List<Conflict> of(Collection<Obstacle> obstacles, Window asked) {
    return told(obstacles.stream().map(obstacle -> new Met(obstacle, asked)));
  }

  /** Each thing once, where it is first in the way. */
  private List<Conflict> told(Stream<Met> all) {
    var once = new LinkedHashMap<Met.Thing, Met>();
    all.forEach(each -> once.putIfAbsent(each.thing(), each));
    var met = once.values().stream().limit(TOLD).toList();
    var ids =
        met.stream().map(each -> each.obstacle().reservation()).filter(Objects::nonNull).distinct();
    var holders = holders(ids.toList());
    return met.stream().map(each -> conflict(each, holders)).toList();
  }

  private static Stream<Met> met(Decisions.Decided decided) {
    var asked = decided.plan().after().holds();
    return decided.obstacles().stream().map(obstacle -> new Met(obstacle, asked));
  }

  private static Conflict conflict(Met met, Map<Long, Conflict.By> holders) {
    var o = met.obstacle();
    return new Conflict(
        o.resource(),
        o.reservation() == null ? null : holders.get(o.reservation()),
        o.during(),
        met.asked(),
        o.why(),
        o.free(),
        o.request());
  }

  private static String sentence(List<Conflict> conflicts, ZoneId zone, int refused) {
    var first = conflicts.getFirst();
    var times =
        "from %s to %s"
            .formatted(
                MOMENT.format(first.during().from().atZone(zone)),
                MOMENT.format(first.during().to().atZone(zone)));
    var what =
        switch (first.why()) {
          case TAKEN ->
              first.resource()
                  + first.resource().are()
                  + (first.closed() ? "closed " : "taken ")
                  + times;
          case CAPACITY -> tooLittle(first) + " " + times;
          case OUT_OF_SERVICE -> "%s is out of service".formatted(first.resource());
        };
    var more = conflicts.size() - 1;
    var others =
        more == 0
            ? ""
            : ", and %d more %s in the way".formatted(more, more == 1 ? "thing is" : "things are");
    return refused > 1 ? "%s%s (%d dates)".formatted(what, others, refused) : what + others;
  }

  private static String tooLittle(Conflict first) {
    var free = first.free();
    var addresses = free == null ? null : free.addresses();
    return addresses == null
        ? first.resource() + " has too little left"
        : "only %d %s of %s %s free"
            .formatted(
                addresses,
                addresses == 1 ? "address" : "addresses",
                first.resource().name(),
                addresses == 1 ? "is" : "are");
  }

  private Map<Long, Conflict.By> holders(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return db.execute()
        .createQuery(
            """
            SELECT v.id, v.kind, v.title, v.requester, v.person, v.team, v.hidden
              FROM reservation v WHERE v.id = ANY (CAST(:ids AS bigint[]))
            """)
        .addParam("ids", HeldRows.array(ids))
        .execute()
        .map(row -> by(new Row(row)))
        .collect(Collectors.toMap(Conflict.By::reservation, by -> by));
  }

  static Conflict.By by(Row row) {
    return new Conflict.By(
        row.number("id"),
        ReservationKind.parse(row.text("kind")),
        row.text("title"),
        row.text("requester"),
        row.uuidOrNull("person"),
        team(row.textOrNull("team")),
        row.flag("hidden"));
  }

  private static @Nullable TeamName team(@Nullable String team) {
    return team == null ? null : new TeamName(team);
  }
}
