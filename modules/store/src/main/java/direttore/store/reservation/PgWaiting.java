package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Places;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingList;
import direttore.domain.reservation.waiting.WaitingOrder;
import direttore.domain.reservation.waiting.WaitingRound;
import direttore.domain.reservation.waiting.WaitingRound.Given;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.Database;
import direttore.store.operation.Safe;
import direttore.store.reservation.Bookings.Taken;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The waiting list in PostgreSQL. */
public final class PgWaiting implements WaitingList {
  private final Durable durable;
  private final DecisionParts parts;
  private final Bookings bookings;
  private final Changes changes;
  private final Supplier<UUID> ids;

  public PgWaiting(
      Database database, Safe safe, Clock clock, Supplier<UUID> ids, Consequences consequences) {
    this.parts = DecisionParts.of(database, safe, clock, ids, consequences);
    this.durable = parts.durable();
    var decisions = parts.decisions(null);
    this.bookings = parts.bookings(decisions, AskedAgain.SAME);
    this.changes = parts.changes(decisions, null);
    this.ids = ids;
  }

  @Override
  public WaitingEntry add(Wish wish, Submitter by) {
    var now = durable.now();
    requireAhead(wish, now);
    var ruled = allowed(wish, Asks.look(durable.execute(), wish.claims(), true), by.actor(), now);
    var id =
        durable.waiting(execute -> {
          WaitingRows.requireFew(execute, wish.party(), MOST_OPEN);
          return WaitingRows.insert(execute, wish, by, ruled, now);
        });
    return find(id);
  }

  @Override
  public Places.Standing check(Wish wish, Submitter by) {
    var now = durable.now();
    var execute = durable.execute();
    var ruled = taken(execute, wish, by, now);
    var entry = new WaitingEntry(Long.MAX_VALUE, wish, now, 0, 0, ruled, null, null);
    var all = new ArrayList<>(WaitingRows.open(execute));
    all.add(entry);
    var search = new WaitingSearch(execute, now, Asks::look);
    return new Places(
            WaitingOrder.inTurn(all, share(execute, now)),
            search::reach,
            search::likely,
            search.rules()::heldBack)
        .of(Set.of(entry.id()))
        .getFirst();
  }

  @Override
  public void requireTaken(Wish wish, Submitter by) {
    var _ = taken(durable.execute(), wish, by, durable.now());
  }

  /** Whether rules bind what would be added; refuses what would not be. */
  private boolean taken(DbExecute execute, Wish wish, Submitter by, Instant now) {
    requireAhead(wish, now);
    var ruled = allowed(wish, Asks.look(execute, wish.claims(), true), by.actor(), now);
    WaitingRows.requireFew(execute, wish.party(), MOST_OPEN);
    return ruled;
  }

  /** Whether rules bind it; refuses what it would never be offered. */
  private boolean allowed(Wish wish, Ask ask, Actor actor, Instant now) {
    requireEver(wish, ask);
    var ruled = ruled(actor, wish, ask);
    if (ruled) {
      requireAllowed(wish, now);
    }
    return ruled;
  }

  /** Whether rules bind it: they do not bind operators of all that could be chosen. */
  private boolean ruled(Actor actor, Wish wish, Ask ask) {
    var claims = new ArrayList<Claim>();
    var during = Window.of(wish.between().from(), wish.length());
    for (var i = 0; i < ask.requests().size(); i++) {
      for (var resource : ask.candidates().get(i)) {
        claims.add(
            new Claim(resource.ref(), null, during, false, ask.requests().get(i), claims.size()));
      }
    }
    var draft = wish.at(during).draft(ids.get().toString(), durable.now());
    return !ReservationRights.operates(actor, draft.having(claims));
  }

  private void requireAllowed(Wish wish, Instant now) {
    var broken = new WaitingRules(durable.execute(), now).of(wish.party()).broken(wish);
    if (!broken.isEmpty()) {
      throw new Refusal.RuleBroken(broken);
    }
  }

  private static void requireAhead(Wish wish, Instant now) {
    if (wish.tooLate(now)) {
      throw new Refusal.Invalid(
          "until",
          "must leave %d minutes, and a quarter of an hour before them to answer an offer"
              .formatted(wish.length().toMinutes()));
    }
    if (wish.between().to().isAfter(now.plus(Wish.FARTHEST))) {
      throw new Refusal.Invalid(
          "until", "must be within %d days from now".formatted(Wish.FARTHEST.toDays()));
    }
  }

  /** Whatever is out of service now may be back before it is wanted. */
  private static void requireEver(Wish wish, Ask ask) {
    if (!ask.decider(List.of()).free(Window.of(wish.between().from(), wish.length()))) {
      throw new Refusal.Impossible(
          "claims", "That much is never free, whoever has what: it is more than there is.");
    }
  }

  @Override
  public WaitingEntry find(long id) {
    return WaitingRows.find(durable.execute(), id)
        .orElseThrow(() -> new Refusal.NotFound("entry of the waiting list", id));
  }

  @Override
  public List<Places.Standing> standings(Predicate<WaitingEntry> shown) {
    var execute = durable.execute();
    var now = durable.now();
    var inTurn = inTurn(execute, now);
    var search = new WaitingSearch(execute, now, Asks::look);
    var over = WaitingRows.over(execute, now).stream().filter(shown);
    var ids =
        inTurn.stream().filter(shown).map(WaitingEntry::id).collect(Collectors.toUnmodifiableSet());
    return Stream.concat(
            new Places(inTurn, search::reach, search::likely, search.rules()::heldBack)
                .of(ids).stream(),
            over.map(entry -> new Places.Standing(entry, null, null, null)))
        .toList();
  }

  private static List<WaitingEntry> inTurn(DbExecute execute, Instant now) {
    return WaitingOrder.inTurn(WaitingRows.open(execute), share(execute, now));
  }

  /** What somebody had lately, by the weight that their rules give them. */
  private static ToDoubleFunction<Party> share(DbExecute execute, Instant now) {
    var hours = WaitingRows.hours(execute, now);
    var policies = PgPolicies.all(execute);
    return party -> (double) hours.applyAsLong(party) / Ruled.policy(policies, party).weight();
  }

  @Override
  public void leave(long id, String by) {
    var now = durable.now();
    durable.waiting(execute -> {
      WaitingRows.leave(execute, id, now)
          .map(offer -> ReservationRows.of(execute, List.of(offer), true).getFirst())
          .filter(offer -> offer.phase() == Phase.OFFERED)
          .ifPresent(offer ->
              changes.by(by).ended(execute, offer, before -> Endings.calledOff(before, now, null)));
      return true;
    });
  }

  @Override
  public Served serve(Set<Long> tried) {
    if (!WaitingRows.anyOpen(durable.execute())) {
      return Served.NOTHING;
    }
    var trying = new HashSet<>(tried);
    try {
      return durable.of(execute -> served(execute, tried, trying));
    } catch (Taken | Refusal.RuleBroken | Refusal.Unknown e) {
      // Somebody was faster between the look and the locks, or a guest that is wanted is not seen
      // now: their turn is over until more is free.
      return new Served(null, trying, true);
    }
  }

  private Served served(DbExecute execute, Set<Long> tried, Set<Long> trying) {
    var now = durable.now();
    execute.get("SELECT true AS held FROM pg_advisory_xact_lock(17492)");
    WaitingRows.settle(execute, now);
    var search = new WaitingSearch(execute, now, Asks::of);
    // Whom the rules let have nothing now is not passed over, and keeps nobody off.
    var inTurn =
        inTurn(execute, now).stream()
            .filter(entry -> !entry.waits() || search.rules().allow(entry))
            .toList();
    var outcome =
        new WaitingRound(inTurn, search::reach, search::first).next(tried, WaitingRound.MOST_TRIED);
    trying.addAll(outcome.tried());
    var given = outcome.given();
    var offered = given == null ? null : offered(execute, given, search, now);
    return new Served(offered, outcome.tried(), outcome.more());
  }

  private long offered(DbExecute execute, Given given, WaitingSearch search, Instant now) {
    var entry = given.entry();
    var wish = entry.wish();
    var by = Actor.stranger(wish.party().requester());
    var draft = wish.at(given.found().window()).draft(ids.get().toString(), now);
    var ask = search.ask(entry).orElseThrow().only(given.found().claims());
    var decisions = parts.decisions(entry.ruled() ? by : null);
    var decided = decisions.decide(execute, List.of(Plan.fresh(draft, ask)));
    var one = decided.getFirst();
    if (!one.free()) {
      throw new Taken(decided);
    }
    // Whether somebody has to approve it is asked once it is accepted.
    var offer = new Decided(one.plan(), one.result().in(Phase.OFFERED), List.of(), null);
    var stored =
        bookings.insert(execute, offer, offer.result(), new Submitter(by, null, List.of()), null);
    if (!WaitingRows.offer(execute, entry.id(), stored.id())) {
      throw new Taken(decided);
    }
    if (!given.passed().isEmpty()) {
      WaitingRows.passOver(execute, given.passed());
    }
    return stored.id();
  }
}
