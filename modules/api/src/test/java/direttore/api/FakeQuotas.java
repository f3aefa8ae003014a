package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestSize;
import direttore.domain.holding.Holding;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Quotas;
import direttore.domain.quota.Standing;
import direttore.domain.quota.Use;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Quotas in memory, with the rules of the real store. */
public final class FakeQuotas implements Quotas {
  /** What counts towards them. */
  List<Holding> held = List.of();

  private final Supplier<List<PersonName>> people;
  private final Supplier<List<TeamName>> teams;
  private final Map<Holder, Quota> own = new HashMap<>();
  private Quota everybody = Quota.UNBOUNDED;

  FakeQuotas(Supplier<List<PersonName>> people, Supplier<List<TeamName>> teams) {
    this.people = people;
    this.teams = teams;
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

  private Standing standing(Holder holder, Quota otherwise, Predicate<Holding> theirs) {
    var sizes = held.stream().filter(theirs).map(Holding::size).toList();
    var use =
        new Use(
            sizes.size(),
            sizes.stream().mapToLong(GuestSize::cores).sum(),
            sizes.stream().mapToLong(GuestSize::memory).sum(),
            sizes.stream().mapToLong(GuestSize::disk).sum());
    return new Standing(
        holder, own.getOrDefault(holder, otherwise), own.containsKey(holder), use, Use.NOTHING);
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
}
