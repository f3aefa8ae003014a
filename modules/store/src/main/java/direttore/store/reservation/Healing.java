package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChanges.Changed;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import direttore.store.notice.NoticeRows;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of those who have reserved what is out of service: whoever asked for any of several
 * gets another one that is free, and all others are told.
 */
final class Healing {
  private final Decisions decisions;
  private final Changes changes;
  private final Supplier<Instant> clock;

  Healing(Decisions decisions, Changes changes, Supplier<Instant> clock) {
    this.decisions = decisions;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * How those would be decided anew that have what shall be out of service, were not told so yet
   * and asked for any of several; they are locked.
   */
  List<Plan> plans(DbExecute execute, Resource out) {
    var all = ReservationRows.of(execute, RiskRows.near(execute, out, clock.get()), true);
    var changing = changing(execute, all);
    return all.stream()
        .filter(each -> choosy(each, out))
        .filter(each -> !Replacements.is(each) && !changing.contains(each.id()))
        .flatMap(each -> plan(execute, each).stream())
        .toList();
  }

  /** Those of which a change waits for an approval, which was decided beside what they have. */
  private static Set<Long> changing(DbExecute execute, Collection<Reservation> all) {
    return execute
        .createQuery(
            """
            SELECT replaces FROM reservation
             WHERE replaces = ANY (CAST(:ids AS bigint[])) AND phase = 'requested'
            """)
        .addParam("ids", HeldRows.array(all.stream().map(Reservation::id).toList()))
        .execute()
        .map(row -> new Row(row).number("replaces"))
        .collect(Collectors.toSet());
  }

  /** Whether any of several would do. Where its guests are made was said with their orders. */
  private static boolean choosy(Reservation reservation, Resource out) {
    return (reservation.guests().isEmpty() || out.kind() == ResourceKind.DEVICE)
        && reservation.claims().stream()
            .filter(claim -> claim.resource().id() == out.id())
            .map(Claim::wanted)
            .allMatch(ClaimRequest::choosy);
  }

  /** Nothing where there are too few by now that could answer what was asked for. */
  private Optional<Plan> plan(DbExecute execute, Reservation before) {
    var requests = before.requests();
    var ofOthers = requests.stream().filter(request -> !request.kind().limit()).toList();
    var change = ReservationChange.NOTHING.withClaims(ofOthers);
    try {
      var after = Changing.changed(before, change, clock.get());
      return Optional.of(new Plan(before, after, Asks.look(execute, requests, false), null));
    } catch (Refusal.Unknown | Refusal.Impossible | Refusal.Upstream e) {
      return Optional.empty();
    }
  }

  /**
   * Gives them what is decided, and tells them and whoever has nothing else instead.
   *
   * @param by who brought it about, or null where that is time alone
   */
  Changed heal(DbExecute execute, Resource out, List<Plan> plans, @Nullable String by) {
    var named = by == null ? changes : changes.by(by);
    var notices = new ArrayList<NoticeRows.New>();
    for (var decided : decided(execute, plans)) {
      if (decided.free()) {
        var before = Objects.requireNonNull(decided.plan().before());
        var after = named.replaced(execute, before, decided.result());
        notices.add(
            new NoticeRows.New(after.id(), NoticeKind.REASSIGNED, instead(before, after, out)));
      }
    }
    var healed = notices.stream().map(NoticeRows.New::reservation).toList();
    var told = RiskRows.near(execute, out, clock.get());
    RiskRows.told(execute, out, told);
    told.forEach(id -> notices.add(new NoticeRows.New(id, NoticeKind.AT_RISK, why(out))));
    NoticeRows.add(execute, notices, by);
    return new Changed(out, healed, told);
  }

  private List<Decided> decided(DbExecute execute, List<Plan> plans) {
    return plans.isEmpty() ? List.of() : decisions.each(execute, plans, List.of(), true);
  }

  private static String instead(Reservation before, Reservation after, Resource out) {
    var had = before.claims().stream().map(claim -> claim.resource().id()).toList();
    var gets =
        after.claims().stream()
            .map(Claim::resource)
            .filter(resource -> !had.contains(resource.id()))
            .map(Resource.Ref::toString)
            .distinct()
            .collect(Collectors.joining(", "));
    return "%s, so it has %s instead".formatted(why(out), gets);
  }

  private static String why(Resource out) {
    return "%s is out of service: %s".formatted(out.ref(), out.outOfService());
  }
}
