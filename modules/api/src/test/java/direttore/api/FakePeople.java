package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People in memory, with the rules of the real store. */
final class FakePeople implements People {
  final Map<UUID, String> hashes = new HashMap<>();
  final Set<TeamName> teams = new TreeSet<>();
  private final FakeAccess access;
  private final Map<UUID, Person> people = new LinkedHashMap<>();
  private final Set<PersonName> deleted = new HashSet<>();
  private final Map<UUID, Set<String>> groups = new HashMap<>();
  private final Map<String, UUID> subjects = new HashMap<>();

  /**
   * @param access with all that people have
   */
  FakePeople(FakeAccess access) {
    this.access = access;
  }

  @Override
  public Optional<Person> find(PersonName name) {
    return people.values().stream().filter(p -> p.name().equals(name)).findFirst().map(this::now);
  }

  @Override
  public Optional<Person> find(UUID id) {
    return Optional.ofNullable(people.get(id)).map(this::now);
  }

  private Person now(Person p) {
    return new Person(
        p.id(),
        p.name(),
        p.display(),
        p.disabled(),
        hashes.containsKey(p.id()),
        p.oidc(),
        p.given(),
        p.vouched() ? access.roles.of(groups.getOrDefault(p.id(), Set.of())) : List.of(),
        p.givenTeams(),
        p.vouched()
            ? existing(access.roles.teams(groups.getOrDefault(p.id(), Set.of())))
            : Set.of(),
        p.vouched(),
        p.created(),
        p.lastSignIn());
  }

  private Set<TeamName> existing(Set<TeamName> wanted) {
    return wanted.stream().filter(teams::contains).collect(Collectors.toSet());
  }

  @Override
  public List<Person> all() {
    return people.values().stream()
        .map(this::now)
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  @Override
  public boolean taken(PersonName name) {
    return deleted.contains(name) || find(name).isPresent();
  }

  @Override
  public void delete(PersonName name) {
    var person = find(name).orElseThrow(() -> new Refusal.NotFound("person", name));
    if (access.holdings.guests().stream().anyMatch(h -> h.owner().person().equals(person.id()))) {
      throw new Refusal.WrongState("%s still has guests".formatted(name), null);
    }
    people.remove(person.id());
    requireAnAdmin(person);
    subjects.values().remove(person.id());
    access.sessions.endOthers(person.id(), null);
    access.tokens.revokeAll(person.id());
    deleted.add(name);
  }

  private void requireAnAdmin(Person before) {
    if (people.values().stream()
        .noneMatch(p -> !p.disabled() && p.grants().contains(Grant.everywhere(Role.ADMIN)))) {
      people.put(before.id(), before);
      throw new Refusal.WrongState("%s is the last administrator".formatted(before.name()), null);
    }
  }

  @Override
  public boolean none() {
    return people.isEmpty();
  }

  @Override
  public Person add(PersonName name, String display, List<Grant> grants, Set<TeamName> of) {
    Actor.refuseNobodysName(name);
    if (taken(name)) {
      throw new Refusal.WrongState("there is somebody called %s already".formatted(name), "name");
    }
    requireTeams(of);
    var person =
        new Person(
            UUID.randomUUID(),
            name,
            display,
            false,
            false,
            false,
            grants,
            List.of(),
            of,
            Set.of(),
            false,
            access.clock.instant(),
            null);
    people.put(person.id(), person);
    return person;
  }

  @Override
  public Optional<Person> find(String issuer, String subject) {
    return Optional.ofNullable(subjects.get(issuer + " " + subject)).flatMap(this::find);
  }

  @Override
  public Person addVouched(
      PersonName name,
      String display,
      String issuer,
      String subject,
      Set<String> in,
      Instant until) {
    add(name, display, List.of(), Set.of());
    connect(name, new People.Identity(issuer, subject));
    return vouch(find(name).orElseThrow().id(), display, in, until);
  }

  @Override
  public Optional<People.Identity> identity(PersonName name) {
    throw new UnsupportedOperationException("the API does not ask");
  }

  @Override
  public Person connect(PersonName name, People.Identity identity) {
    var person = find(name).orElseThrow();
    subjects.put(identity.issuer() + " " + identity.subject(), person.id());
    return person;
  }

  @Override
  public Person disconnect(PersonName name) {
    throw new UnsupportedOperationException("the command line does");
  }

  @Override
  public long move(String issuer, String to) {
    throw new UnsupportedOperationException("the command line does");
  }

  @Override
  public Person vouch(UUID id, @Nullable String display, Set<String> in, Instant until) {
    var p = find(id).orElseThrow();
    groups.put(id, in);
    people.put(
        id,
        new Person(
            id,
            p.name(),
            Objects.requireNonNullElse(display, p.display()),
            p.disabled(),
            p.local(),
            true,
            p.given(),
            List.of(),
            p.givenTeams(),
            Set.of(),
            access.later.instant().isBefore(until),
            p.created(),
            p.lastSignIn()));
    return find(id).orElseThrow();
  }

  @Override
  public Person change(PersonName name, PersonChange change) {
    var old = find(name).orElseThrow(() -> new Refusal.NotFound("person", name));
    var of = Objects.requireNonNullElse(change.teams(), old.givenTeams());
    requireTeams(of);
    var changed =
        new Person(
            old.id(),
            name,
            Objects.requireNonNullElse(change.display(), old.display()),
            Objects.requireNonNullElse(change.disabled(), old.disabled()),
            old.local(),
            old.oidc(),
            Objects.requireNonNullElse(change.grants(), old.given()),
            List.of(),
            of,
            Set.of(),
            old.vouched(),
            old.created(),
            old.lastSignIn());
    people.put(old.id(), changed);
    requireAnAdmin(old);
    return changed;
  }

  private void requireTeams(Set<TeamName> of) {
    if (!teams.containsAll(of)) {
      throw new Refusal.Unknown("team", "teams", "there is no such team; add it first");
    }
  }

  @Override
  public Optional<String> passwordHash(UUID person) {
    return Optional.ofNullable(hashes.get(person));
  }

  @Override
  public void setPassword(UUID person, String hash) {
    hashes.put(person, hash);
  }

  @Override
  public void signedIn(UUID person, Instant now) {}

  @Override
  public List<Team> teams() {
    return teams.stream()
        .map(t ->
            new Team(
                t, all().stream().filter(p -> p.teams().contains(t)).map(Person::name).toList()))
        .toList();
  }

  @Override
  public Team addTeam(TeamName name) {
    if (!teams.add(name)) {
      throw new Refusal.WrongState("there is a team %s already".formatted(name), "name");
    }
    return new Team(name, List.of());
  }

  @Override
  public void removeTeam(TeamName name) {
    if (!teams.contains(name)) {
      throw new Refusal.NotFound("team", name);
    }
    if (all().stream().anyMatch(p -> p.teams().contains(name))) {
      throw new Refusal.WrongState("team %s still has members".formatted(name), null);
    }
    teams.remove(name);
  }
}
