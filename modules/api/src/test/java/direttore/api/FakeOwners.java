package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.FormerOwner;
import direttore.domain.access.Owner;
import direttore.domain.access.Owners;
import direttore.domain.access.People;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Operation;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who has which guest in memory, with the rules of the real store. */
final class FakeOwners implements Owners {
  /** What has a guest. */
  Function<VmId, Optional<Operation>> active = vmid -> Optional.empty();

  private final Map<VmId, Owner> rows = new HashMap<>();
  private final People people;
  private final FakeQuotas quotas;
  private final Clock clock;

  FakeOwners(People people, FakeQuotas quotas, Clock clock) {
    this.people = people;
    this.quotas = quotas;
    this.clock = clock;
  }

  @Override
  public Optional<Owner> of(VmId vmid) {
    return Optional.ofNullable(rows.get(vmid));
  }

  @Override
  public Optional<Birth> birth(VmId vmid) {
    return Optional.ofNullable(quotas.births.get(vmid));
  }

  @Override
  public List<FormerOwner> former() {
    return quotas.former.stream().filter(f -> !rows.containsKey(f.vmid())).toList();
  }

  @Override
  public List<Owner> all() {
    return rows.values().stream().sorted(Comparator.comparingInt(o -> o.vmid().value())).toList();
  }

  @Override
  public Owner give(
      VmId vmid, PersonName name, @Nullable TeamName team, GuestSize size, Actor asker) {
    var person =
        people
            .find(name)
            .orElseThrow(() -> new Refusal.Unknown("person", "owner", "nobody is called so"));
    if (team != null && people.teams().stream().noneMatch(t -> t.name().equals(team))) {
      throw new Refusal.Unknown("team", "team", "there is no team " + team);
    }
    active
        .apply(vmid)
        .ifPresent(o -> {
          throw new Refusal.Busy("the guest is being changed by " + o.order().kind(), o.id());
        });
    var owner = new Owner(vmid, person.id(), name, team, clock.instant());
    quotas.give(owner, size, asker);
    rows.put(vmid, owner);
    return owner;
  }
}
