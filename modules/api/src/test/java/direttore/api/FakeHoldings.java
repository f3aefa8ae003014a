package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.People;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.holding.FailedMaking;
import direttore.domain.holding.FormerHolding;
import direttore.domain.holding.Holding;
import direttore.domain.holding.Holdings;
import direttore.domain.holding.Owner;
import direttore.domain.holding.Ownership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Subject;
import direttore.domain.quota.Excess;
import direttore.domain.quota.Holder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who has what in memory, with the rules of the real store. */
public final class FakeHoldings implements Holdings {
  /** What has something in hand. */
  Function<Subject, Optional<Operation>> active = what -> Optional.empty();

  public final List<FailedMaking> failures = new ArrayList<>();

  /** The orders that made guests. */
  public final Map<VmId, UUID> orders = new HashMap<>();

  /** Who had guests that were taken for gone. */
  public final List<FormerHolding> former = new ArrayList<>();

  /** What guests were born with. */
  public final Map<VmId, Birth> births = new HashMap<>();

  private final Map<Subject, Holding> held = new HashMap<>();
  private final Map<Subject, Holding> forgotten = new HashMap<>();
  private final People people;
  private final FakeQuotas quotas;
  private final Clock clock;

  FakeHoldings(People people, FakeQuotas quotas, Clock clock) {
    this.people = people;
    this.quotas = quotas;
    this.clock = clock;
  }

  @Override
  public Optional<Holding> of(Subject what) {
    return Optional.ofNullable(held.get(what)).map(this::now);
  }

  @Override
  public List<Holding> guests() {
    return held.values().stream()
        .map(this::now)
        .sorted(Comparator.comparing(Holding::vmid))
        .toList();
  }

  @Override
  public List<Ownership> ownerships() {
    return guests().stream().map(Holding::ownership).toList();
  }

  private Holding now(Holding h) {
    return new Holding(
        h.what(),
        h.owner(),
        h.since(),
        h.size(),
        h.measured(),
        orders.get(h.vmid()),
        null,
        births.get(h.vmid()),
        false);
  }

  @Override
  public List<FormerHolding> formerGuests() {
    return former.stream().filter(f -> !held.containsKey(f.what())).toList();
  }

  @Override
  public List<FailedMaking> failures(Instant after) {
    return List.copyOf(failures);
  }

  @Override
  public Holding give(
      Subject what, PersonName name, @Nullable TeamName team, GuestSize size, Actor asker) {
    var person =
        people
            .find(name)
            .orElseThrow(() -> new Refusal.Unknown("person", "owner", "nobody is called so"));
    if (team != null && people.teams().stream().noneMatch(t -> t.name().equals(team))) {
      throw new Refusal.Unknown("team", "team", "there is no team " + team);
    }
    active
        .apply(what)
        .ifPresent(o -> {
          throw new Refusal.Busy("the guest is being changed by " + o.order().kind(), o.id());
        });
    requireRoom(what, name, size, asker);
    put(
        new Holding(
            what,
            new Owner(person.id(), name, team),
            clock.instant(),
            size,
            null,
            null,
            null,
            null,
            false));
    return of(what).orElseThrow();
  }

  private void requireRoom(Subject what, PersonName name, GuestSize size, Actor asker) {
    var before = held.get(what);
    if (before == null || !before.owner().name().equals(name)) {
      var excess = quotas.of(new Holder.OfPerson(name)).excess(size);
      if (!excess.isEmpty()) {
        throw Excess.refusal(excess, asker, e -> "owner");
      }
    }
  }

  private void put(Holding holding) {
    held.put(holding.what(), holding);
    quotas.held = List.copyOf(held.values());
  }

  @Override
  public void measure(Subject what, Instant since, GuestSize size, @Nullable Instant disksRead) {
    of(what)
        .ifPresent(h ->
            put(
                new Holding(
                    h.what(),
                    h.owner(),
                    h.since(),
                    size,
                    disksRead == null ? h.measured() : disksRead,
                    null,
                    null,
                    null,
                    false)));
  }

  @Override
  public void identify(Subject what, Instant since, GuestRef seen, Birth birth) {
    births.put(seen.vmid(), birth);
  }

  @Override
  public void forget(Subject what, Instant since) {
    of(what)
        .ifPresent(h -> {
          held.remove(what);
          quotas.held = List.copyOf(held.values());
          forgotten.put(what, h);
          former.add(
              new FormerHolding(
                  what, h.owner().name(), h.owner().team(), since, clock.instant(), h.birth()));
        });
  }

  @Override
  public boolean restore(Subject what) {
    var back = Optional.ofNullable(forgotten.remove(what));
    back.ifPresent(this::put);
    return back.isPresent();
  }
}
