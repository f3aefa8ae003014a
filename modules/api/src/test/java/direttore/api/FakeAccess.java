package direttore.api;

import direttore.api.access.Identity;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.Federation;
import direttore.domain.access.Grant;
import direttore.domain.access.GroupRoles;
import direttore.domain.access.GuessThrottle;
import direttore.domain.access.IdentityProvider;
import direttore.domain.access.Passwords;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.SessionRules;
import direttore.domain.access.SignIn;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import direttore.domain.access.TokenName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.holding.Access;
import direttore.domain.holding.Holding;
import direttore.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People, sessions, tokens and the audit in memory, with the rules of the real store. */
public final class FakeAccess {
  /** How everybody signs in. */
  public static final String PASSWORD = "seven blue herons wade";

  public final List<AuditEntry> audit = new CopyOnWriteArrayList<>();

  /** What takes long with real passwords, as it was done. */
  public final List<String> slow = new CopyOnWriteArrayList<>();

  private final Map<UUID, Person> people = new LinkedHashMap<>();
  private final Map<UUID, String> hashes = new HashMap<>();
  private final Set<PersonName> deleted = new HashSet<>();
  private final Set<TeamName> teams = new TreeSet<>();
  private final Map<UUID, Set<String>> groups = new HashMap<>();
  private final Map<String, UUID> subjects = new HashMap<>();
  private final GuessThrottle throttle;
  private Optional<Federation> federation = Optional.empty();

  /** The server that vouches for people, before the API is made. */
  @Nullable IdentityProvider provider;

  /** What the provider's groups give. */
  GroupRoles roles = GroupRoles.parse(List.of("staff=operator", "students=user"));

  private final FakeSessions sessions = new FakeSessions(new FakePeople());
  private final FakeTokens tokens = new FakeTokens();
  public final FakeQuotas quotas = new FakeQuotas(this::everybody, () -> List.copyOf(teams));
  public final FakeAllowances allowances = new FakeAllowances();
  public final FakeHoldings holdings;
  private final Clock clock;

  /** The clock of the federation, which goes on where the server's stands still. */
  private final SettableClock later;

  private final CredentialCheck credentials;
  private final SignIn signIn;

  FakeAccess(Clock clock) {
    this.clock = clock;
    this.later = new SettableClock(clock);
    this.holdings = new FakeHoldings(new FakePeople(), quotas, clock);
    this.throttle = new GuessThrottle(clock);
    this.credentials =
        new CredentialCheck(new FakePeople(), sessions, tokens, SessionRules.USUAL, clock);
    this.signIn =
        new SignIn(
            new FakePeople(),
            sessions,
            tokens,
            new FakeLinks(),
            new PlainPasswords(),
            throttle,
            credentials,
            SessionRules.USUAL,
            clock);
  }

  Identity identity(Cluster cluster, boolean required) {
    federation =
        Optional.ofNullable(provider)
            .map(vouching ->
                new Federation(
                    vouching,
                    roles,
                    new FakePeople(),
                    signIn,
                    throttle,
                    Duration.ofDays(30),
                    later));
    return new Identity(
        required,
        new FakePeople(),
        sessions,
        tokens,
        holdings,
        quotas,
        allowances,
        new FakeAudit(audit),
        signIn,
        federation,
        credentials,
        new Access(cluster, holdings));
  }

  /** Adds somebody with the usual password. */
  public Person person(String name, Grant... grants) {
    var person = new FakePeople().add(new PersonName(name), name, List.of(grants), Set.of());
    hashes.put(person.id(), hashOf(PASSWORD));
    return person;
  }

  /** An API token of somebody's. */
  public String token(Person person, Role role) {
    var secret = Secret.fresh("dtr_");
    tokens.make(
        person.id(),
        new TokenName("t" + tokens.count()),
        role,
        secret,
        clock.instant(),
        clock.instant().plus(Duration.ofDays(1)));
    return secret.text();
  }

  /** The secret of a new session of somebody's. */
  public String session(Person person) {
    var secret = Secret.fresh("");
    sessions.open(
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

  /** Makes the groups of the provider give something else from now on, as after a new start. */
  public void settings(String... rules) {
    roles = GroupRoles.parse(List.of(rules));
    credentials.forget();
  }

  /** Asks the provider again about everybody after a while; who is out then. */
  public List<String> recheck(Duration after) {
    later.setAhead(after);
    return federation.orElseThrow().recheck();
  }

  /** Adds a team. */
  public void team(String name) {
    teams.add(new TeamName(name));
  }

  /** Gives a guest to somebody. */
  public void give(int vmid, Person person) {
    give(vmid, person, GuestSize.UNKNOWN);
  }

  /** Gives a guest of that size to somebody. */
  public void give(int vmid, Person person, GuestSize size) {
    holdings.give(
        Holding.guest(new VmId(vmid)), person.name(), null, size, person.actor(Actor.Via.NONE));
  }

  private List<PersonName> everybody() {
    return people.values().stream().map(Person::name).toList();
  }

  /** Everybody. */
  public List<Person> people() {
    return new FakePeople().all();
  }

  /** Changes somebody. */
  public void change(String name, PersonChange change) {
    new FakePeople().change(new PersonName(name), change);
  }

  /** Deletes somebody. */
  public void delete(String name) {
    new FakePeople().delete(new PersonName(name));
    credentials.forget();
  }

  /** Somebody as they are now. */
  public Person now(String name) {
    return new FakePeople().find(new PersonName(name)).orElseThrow();
  }

  static String key(Secret secret) {
    return Base64.getEncoder().encodeToString(secret.digest());
  }

  private static String hashOf(String password) {
    return "hash of " + password;
  }

  private final class PlainPasswords implements Passwords {
    @Override
    public String hash(String password) {
      slow.add("hash");
      return hashOf(password);
    }

    @Override
    public boolean matches(String password, String hash) {
      slow.add("match");
      return hash.equals(hashOf(password));
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
          p.oidc(),
          p.given(),
          p.vouched() ? roles.of(groups.getOrDefault(p.id(), Set.of())) : List.of(),
          p.givenTeams(),
          p.vouched() ? existing(roles.teams(groups.getOrDefault(p.id(), Set.of()))) : Set.of(),
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
      if (holdings.guests().stream().anyMatch(h -> h.owner().person().equals(person.id()))) {
        throw new Refusal.WrongState("%s still has guests".formatted(name), null);
      }
      people.remove(person.id());
      requireAnAdmin(person);
      subjects.values().remove(person.id());
      sessions.endOthers(person.id(), null);
      tokens.revokeAll(person.id());
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
              clock.instant(),
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
              later.instant().isBefore(until),
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
}
