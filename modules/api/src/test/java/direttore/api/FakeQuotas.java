package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.FormerOwner;
import direttore.domain.access.Owner;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.quota.Excess;
import direttore.domain.quota.Forgotten;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Holding;
import direttore.domain.quota.Holdings;
import direttore.domain.quota.Quota;
import direttore.domain.quota.QuotaAttempt;
import direttore.domain.quota.Quotas;
import direttore.domain.quota.Standing;
import direttore.domain.quota.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Quotas and what counts towards them in memory, with the rules of the real store. */
public final class FakeQuotas implements Quotas, Holdings {
  public final List<QuotaAttempt> attempts = new ArrayList<>();
  private final Supplier<List<PersonName>> people;
  private final Supplier<List<TeamName>> teams;
  private final Map<Holder, Quota> own = new HashMap<>();
  private final Map<VmId, Held> held = new HashMap<>();
  private Quota everybody = Quota.UNBOUNDED;

  private final Map<VmId, Held> forgotten = new HashMap<>();

  /** The orders that made guests. */
  public final Map<VmId, UUID> orders = new HashMap<>();

  /** Who had guests that were taken for gone. */
  public final List<FormerOwner> former = new ArrayList<>();

  /** What guests were born with. */
  public final Map<VmId, Birth> births = new HashMap<>();

  private record Held(Owner owner, GuestSize size, @Nullable Instant measured) {}

  FakeQuotas(Supplier<List<PersonName>> people, Supplier<List<TeamName>> teams) {
    this.people = people;
    this.teams = teams;
  }

  void give(Owner owner, GuestSize size, Actor asker) {
    var before = held.remove(owner.vmid());
    var excess =
        before != null && before.owner().name().equals(owner.name())
            ? List.<Excess>of()
            : of(new Holder.OfPerson(owner.name())).excess(size);
    if (!excess.isEmpty()) {
      throw Excess.refusal(excess, asker, e -> "owner");
    }
    held.put(owner.vmid(), new Held(owner, size, null));
  }

  @Override
  public Quota forEverybody() {
    return everybody;
  }

  @Override
  public void setForEverybody(Quota quota) {
    everybody = quota;
  }

  @Override
  public List<Standing> all() {
    var persons = people.get().stream().sorted().<Holder>map(Holder.OfPerson::new);
    return Stream.concat(persons, teams.get().stream().map(Holder.OfTeam::new))
        .map(this::of)
        .toList();
  }

  @Override
  public List<Standing> of(PersonName person, Collection<TeamName> of) {
    return Stream.concat(
            Stream.of(new Holder.OfPerson(person)), of.stream().map(Holder.OfTeam::new))
        .map(this::of)
        .toList();
  }

  @Override
  public Standing of(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson p when people.get().contains(p.name()) ->
          standing(p, everybody, h -> h.owner().name().equals(p.name()));
      case Holder.OfTeam t when teams.get().contains(t.name()) ->
          standing(t, Quota.UNBOUNDED, h -> t.name().equals(h.owner().team()));
      case Holder.OfPerson p -> throw new Refusal.NotFound("person", p.name());
      case Holder.OfTeam t -> throw new Refusal.NotFound("team", t.name());
    };
  }

  private Standing standing(Holder holder, Quota otherwise, Predicate<Held> theirs) {
    var sizes = held.values().stream().filter(theirs).map(Held::size).toList();
    var use =
        new Use(
            sizes.size(),
            sizes.stream().mapToLong(GuestSize::cores).sum(),
            sizes.stream().mapToLong(GuestSize::memory).sum(),
            sizes.stream().mapToLong(GuestSize::disk).sum());
    return new Standing(holder, own.getOrDefault(holder, otherwise), own.containsKey(holder), use);
  }

  @Override
  public void set(Holder holder, @Nullable Quota quota) {
    of(holder);
    if (quota == null) {
      own.remove(holder);
    } else {
      own.put(holder, quota);
    }
  }

  @Override
  public List<Holding> holdings() {
    return held.values().stream()
        .sorted(Comparator.comparingInt(h -> h.owner().vmid().value()))
        .map(h ->
            new Holding(
                h.owner().vmid(),
                h.owner().name().value(),
                h.owner().since(),
                h.size(),
                h.measured(),
                orders.get(h.owner().vmid()),
                null,
                births.get(h.owner().vmid()),
                false))
        .toList();
  }

  @Override
  public List<QuotaAttempt> attempts(Instant after) {
    return List.copyOf(attempts);
  }

  @Override
  public void measure(VmId vmid, Instant since, GuestSize size, @Nullable Instant disksRead) {
    held.computeIfPresent(
        vmid, (key, h) -> new Held(h.owner(), size, disksRead == null ? h.measured() : disksRead));
  }

  @Override
  public void forget(VmId vmid, Instant since) {
    Optional.ofNullable(held.remove(vmid)).ifPresent(h -> forgotten.put(vmid, h));
  }

  @Override
  public void identify(VmId vmid, Instant since, GuestRef seen, Birth birth) {
    births.put(vmid, birth);
  }

  @Override
  public List<Forgotten> forgotten() {
    return forgotten.values().stream()
        .filter(h -> !held.containsKey(h.owner().vmid()))
        .map(h ->
            new Forgotten(h.owner().vmid(), h.owner().name().value(), births.get(h.owner().vmid())))
        .toList();
  }

  @Override
  public boolean restore(VmId vmid) {
    var back = Optional.ofNullable(forgotten.remove(vmid));
    back.ifPresent(h -> held.put(vmid, h));
    return back.isPresent();
  }
}
