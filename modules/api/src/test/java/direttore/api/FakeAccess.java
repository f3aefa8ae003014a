package direttore.api;

import direttore.api.access.Identity;
import direttore.domain.Refusal;
import direttore.domain.access.ApiToken;
import direttore.domain.access.ApiTokens;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.Doorkeeper;
import direttore.domain.access.Grant;
import direttore.domain.access.Links;
import direttore.domain.access.Owner;
import direttore.domain.access.Owners;
import direttore.domain.access.Passwords;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.Session;
import direttore.domain.access.SessionRules;
import direttore.domain.access.Sessions;
import direttore.domain.access.SignIn;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import direttore.domain.access.Throttle;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.provision.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People, sessions, tokens and the audit in memory, with the rules of the real store. */
public final class FakeAccess {
  /** How everybody signs in. */
  public static final String PASSWORD = "seven blue herons wade";

  public final List<AuditEntry> audit = new ArrayList<>();
  private final Map<UUID, Person> people = new LinkedHashMap<>();
  private final Map<UUID, String> hashes = new HashMap<>();
  private final Set<TeamName> teams = new TreeSet<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, ApiToken> tokens = new LinkedHashMap<>();
  private final Map<String, Map.Entry<UUID, Instant>> links = new HashMap<>();
  private final Map<VmId, Owner> owners = new HashMap<>();
  public final FakeQuotas quotas = new FakeQuotas(this::everybody, () -> List.copyOf(teams));
  private final Clock clock;
  private final Doorkeeper doorkeeper;
  private final SignIn signIn;

  FakeAccess(Clock clock) {
    this.clock = clock;
    this.doorkeeper =
        new Doorkeeper(
            new FakePeople(), new FakeSessions(), new FakeTokens(), SessionRules.USUAL, clock);
    this.signIn =
        new SignIn(
            new FakePeople(),
            new FakeSessions(),
            new FakeLinks(),
            new PlainPasswords(),
            new Throttle(clock),
            doorkeeper,
            SessionRules.USUAL,
            clock);
  }

  Identity identity(Cluster cluster, boolean required) {
    return new Identity(
        required,
        new FakePeople(),
        new FakeSessions(),
        new FakeTokens(),
        owners(),
        quotas,
        new FakeAudit(),
        signIn,
        doorkeeper,
        new Access(cluster, owners()));
  }

  public Owners owners() {
    return new FakeOwners();
  }

  /** Adds somebody with the usual password. */
  public Person person(String name, Grant... grants) {
    var person = new FakePeople().add(new PersonName(name), name, List.of(grants), Set.of());
    hashes.put(person.id(), new PlainPasswords().hash(PASSWORD));
    return person;
  }

  /** An API token of somebody's. */
  public String token(Person person, Role role) {
    var secret = Secret.fresh("dtr_");
    new FakeTokens()
        .make(
            person.id(),
            "t" + tokens.size(),
            role,
            secret,
            clock.instant(),
            clock.instant().plus(Duration.ofDays(1)));
    return secret.text();
  }

  /** The secret of a new session of somebody's. */
  public String session(Person person) {
    var secret = Secret.fresh("");
    new FakeSessions()
        .open(
            person.id(),
            secret,
            new Client("192.0.2.7", "test"),
            clock.instant(),
            clock.instant().plus(Duration.ofDays(1)));
    return secret.text();
  }

  /** The token of a one-time link of somebody's. */
  public String link(Person person) {
    return signIn.invite(person, SignIn.FIRST_LINK).secret().text();
  }

  /** Gives a guest to somebody. */
  public void give(int vmid, Person person) {
    give(vmid, person, GuestSize.UNKNOWN);
  }

  /** Gives a guest of that size to somebody. */
  public void give(int vmid, Person person, GuestSize size) {
    new FakeOwners().give(new VmId(vmid), person.name(), null, size, person.name().value());
  }

  private List<PersonName> everybody() {
    return people.values().stream().map(Person::name).toList();
  }

  /** Somebody as they are now. */
  public Person now(String name) {
    return new FakePeople().find(new PersonName(name)).orElseThrow();
  }

  private static String key(Secret secret) {
    return Base64.getEncoder().encodeToString(secret.digest());
  }

  private static final class PlainPasswords implements Passwords {
    @Override
    public String hash(String password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String hash) {
      return hash.equals(hash(password));
    }
  }

  private final class FakePeople implements People {
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
          false,
          p.grants(),
          p.teams(),
          p.created(),
          p.lastSignIn());
    }

    @Override
    public List<Person> all() {
      return people.values().stream()
          .map(this::now)
          .sorted(Comparator.comparing(Person::name))
          .toList();
    }

    @Override
    public boolean none() {
      return people.isEmpty();
    }

    @Override
    public Person add(PersonName name, String display, List<Grant> grants, Set<TeamName> of) {
      if (find(name).isPresent()) {
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
              of,
              clock.instant(),
              null);
      people.put(person.id(), person);
      return person;
    }

    @Override
    public Person change(PersonName name, PersonChange change) {
      var old = find(name).orElseThrow(() -> new Refusal.NotFound("person", name));
      var of = Objects.requireNonNullElse(change.teams(), old.teams());
      requireTeams(of);
      var changed =
          new Person(
              old.id(),
              name,
              Objects.requireNonNullElse(change.display(), old.display()),
              Objects.requireNonNullElse(change.disabled(), old.disabled()),
              old.local(),
              false,
              Objects.requireNonNullElse(change.grants(), old.grants()),
              of,
              old.created(),
              old.lastSignIn());
      people.put(old.id(), changed);
      if (people.values().stream()
          .noneMatch(p -> !p.disabled() && p.grants().contains(Grant.everywhere(Role.ADMIN)))) {
        people.put(old.id(), old);
        throw new Refusal.WrongState("%s is the last administrator".formatted(name), null);
      }
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

  private final class FakeSessions implements Sessions {
    @Override
    public Session open(UUID person, Secret secret, Client client, Instant now, Instant expires) {
      var session = new Session(UUID.randomUUID(), person, now, now, expires, client);
      sessions.put(key(secret), session);
      return session;
    }

    @Override
    public Optional<Session> find(Secret secret) {
      return Optional.ofNullable(sessions.get(key(secret)));
    }

    @Override
    public void seen(UUID id, Instant now) {}

    @Override
    public List<Session> of(UUID person, Instant now) {
      return sessions.values().stream().filter(s -> s.person().equals(person)).toList();
    }

    @Override
    public boolean end(UUID person, UUID id) {
      return sessions.values().removeIf(s -> s.id().equals(id) && s.person().equals(person));
    }

    @Override
    public void endOthers(UUID person, @Nullable UUID except) {
      sessions.values().removeIf(s -> s.person().equals(person) && !s.id().equals(except));
    }

    @Override
    public void sweep(Instant now) {
      sessions.values().removeIf(s -> s.expires().isBefore(now));
    }
  }

  private final class FakeTokens implements ApiTokens {
    @Override
    public ApiToken make(
        UUID person, String name, Role role, Secret secret, Instant now, Instant expires) {
      if (of(person).stream().anyMatch(t -> t.name().equals(name))) {
        throw new Refusal.WrongState("you have a token called %s already".formatted(name), "name");
      }
      var token = new ApiToken(UUID.randomUUID(), person, name, role, now, expires, null, null);
      tokens.put(key(secret), token);
      return token;
    }

    @Override
    public Optional<ApiToken> find(Secret secret) {
      return Optional.ofNullable(tokens.get(key(secret)));
    }

    @Override
    public void used(UUID id, String address, Instant now) {}

    @Override
    public List<ApiToken> of(UUID person) {
      return tokens.values().stream().filter(t -> t.person().equals(person)).toList();
    }

    @Override
    public boolean revoke(UUID person, UUID id) {
      return tokens.values().removeIf(t -> t.id().equals(id) && t.person().equals(person));
    }
  }

  private final class FakeLinks implements Links {
    @Override
    public void keep(UUID person, Secret secret, Instant expires) {
      links.values().removeIf(l -> l.getKey().equals(person));
      links.put(key(secret), Map.entry(person, expires));
    }

    @Override
    public Optional<UUID> use(Secret secret, Instant now) {
      return Optional.ofNullable(links.remove(key(secret)))
          .filter(l -> now.isBefore(l.getValue()))
          .map(Map.Entry::getKey);
    }
  }

  private final class FakeOwners implements Owners {
    @Override
    public Optional<Owner> of(VmId vmid) {
      return Optional.ofNullable(owners.get(vmid));
    }

    @Override
    public List<Owner> all() {
      return owners.values().stream()
          .sorted(Comparator.comparingInt(o -> o.vmid().value()))
          .toList();
    }

    @Override
    public Owner give(
        VmId vmid, PersonName name, @Nullable TeamName team, GuestSize size, String asker) {
      var person =
          new FakePeople()
              .find(name)
              .orElseThrow(() -> new Refusal.Unknown("person", "owner", "nobody is called so"));
      if (team != null && !teams.contains(team)) {
        throw new Refusal.Unknown("team", "team", "there is no team " + team);
      }
      var owner = new Owner(vmid, person.id(), name, team, clock.instant());
      quotas.give(owner, size, asker);
      owners.put(vmid, owner);
      return owner;
    }
  }

  private final class FakeAudit implements Audit {
    @Override
    public synchronized void write(AuditEntry e) {
      audit.add(
          new AuditEntry(
              audit.size() + 1,
              e.at(),
              e.who(),
              e.via(),
              e.address(),
              e.action(),
              e.target(),
              e.before(),
              e.after(),
              e.request(),
              e.outcome(),
              e.detail()));
    }

    @Override
    public List<AuditEntry> page(Filter filter, long before, int limit) {
      return audit.reversed().stream()
          .filter(e -> e.id() < before && matches(filter, e))
          .limit(limit)
          .toList();
    }

    @Override
    public void each(Filter filter, Consumer<AuditEntry> reader) {
      audit.stream().filter(e -> matches(filter, e)).forEach(reader);
    }

    private static boolean matches(Filter filter, AuditEntry e) {
      var action = filter.action();
      return (filter.who() == null || e.who().equals(filter.who()))
          && (filter.target() == null || e.target().equals(filter.target()))
          && (filter.outcome() == null || e.outcome() == filter.outcome())
          && (action == null || e.action().equals(action) || e.action().startsWith(action + "."));
    }
  }
}
