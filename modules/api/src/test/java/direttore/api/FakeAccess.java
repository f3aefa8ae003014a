package direttore.api;

import direttore.api.access.Identity;
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
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.SessionRules;
import direttore.domain.access.SignIn;
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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** People, sessions, tokens and the audit in memory, with the rules of the real store. */
public final class FakeAccess {
  /** How everybody signs in. */
  public static final String PASSWORD = "seven blue herons wade";

  public final List<AuditEntry> audit = new CopyOnWriteArrayList<>();

  /** What takes long with real passwords, as it was done. */
  public final List<String> slow = new CopyOnWriteArrayList<>();

  private final GuessThrottle throttle;
  private Optional<Federation> federation = Optional.empty();

  /** The server that vouches for people, before the API is made. */
  @Nullable IdentityProvider provider;

  /** What the provider's groups give. */
  GroupRoles roles = GroupRoles.parse(List.of("staff=operator", "students=user"));

  private final FakePeople everybody = new FakePeople(this);
  final FakeSessions sessions = new FakeSessions(everybody);
  final FakeTokens tokens = new FakeTokens();
  public final FakeQuotas quotas = new FakeQuotas(this::names, () -> List.copyOf(everybody.teams));
  public final FakeAllowances allowances = new FakeAllowances();
  public final FakeHoldings holdings;
  final Clock clock;

  /** The clock of the federation, which goes on where the server's stands still. */
  final SettableClock later;

  private final CredentialCheck credentials;
  private final SignIn signIn;

  FakeAccess(Clock clock) {
    this.clock = clock;
    this.later = new SettableClock(clock);
    this.holdings = new FakeHoldings(everybody, quotas, clock);
    this.throttle = new GuessThrottle(clock);
    this.credentials = new CredentialCheck(everybody, sessions, tokens, SessionRules.USUAL, clock);
    this.signIn =
        new SignIn(
            everybody,
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
                    vouching, roles, everybody, signIn, throttle, Duration.ofDays(30), later));
    return new Identity(
        required,
        everybody,
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
    var person = everybody.add(new PersonName(name), name, List.of(grants), Set.of());
    everybody.hashes.put(person.id(), hashOf(PASSWORD));
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
    everybody.teams.add(new TeamName(name));
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

  private List<PersonName> names() {
    return everybody.all().stream().map(Person::name).toList();
  }

  /** Everybody. */
  public List<Person> people() {
    return everybody.all();
  }

  /** Changes somebody. */
  public void change(String name, PersonChange change) {
    everybody.change(new PersonName(name), change);
  }

  /** Deletes somebody. */
  public void delete(String name) {
    everybody.delete(new PersonName(name));
    credentials.forget();
  }

  /** Somebody as they are now. */
  public Person now(String name) {
    return everybody.find(new PersonName(name)).orElseThrow();
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
}
