package direttore.app.wiring;

import com.sun.net.httpserver.Authenticator;
import direttore.access.oidc.OpenIdProvider;
import direttore.access.password.Argon2Passwords;
import direttore.access.password.Argon2Passwords.Cost;
import direttore.api.access.Identity;
import direttore.app.settings.AccessSettings;
import direttore.app.settings.OidcSettings;
import direttore.domain.Refusal;
import direttore.domain.SteadyClock;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.Federation;
import direttore.domain.access.Grant;
import direttore.domain.access.GuessThrottle;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.ProviderRules;
import direttore.domain.access.Role;
import direttore.domain.access.SignIn;
import direttore.domain.access.Team;
import direttore.domain.allowance.Allowances;
import direttore.domain.holding.Access;
import direttore.domain.holding.Holdings;
import direttore.domain.quota.Quotas;
import direttore.store.Database;
import direttore.store.access.PgApiTokens;
import direttore.store.access.PgAudit;
import direttore.store.access.PgLinks;
import direttore.store.access.PgPeople;
import direttore.store.access.PgSessions;
import direttore.store.allowance.PgAllowances;
import direttore.store.holding.PgHoldings;
import direttore.store.quota.PgQuotas;
import direttore.worker.queue.OperatorsOnly;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who comes in, put together over a database. */
public final class AccessParts {
  /** Whom the first start makes an administrator. */
  static final PersonName FIRST = new PersonName("admin");

  private final AccessSettings settings;
  private final PgPeople people;
  private final PgSessions sessions;
  private final PgApiTokens tokens;
  private final PgQuotas quotas;
  private final PgAllowances allowances;
  private final PgHoldings holdings;
  private final PgAudit audit;
  private final CredentialCheck credentials;
  private final SignIn signIn;
  private final Optional<Federation> federation;

  /** Over the database, which is the caller's to close. */
  public AccessParts(Database database, AccessSettings settings, Clock clock) {
    this.settings = settings;
    this.people =
        new PgPeople(
            database,
            clock,
            UUID::randomUUID,
            settings.oidc().map(OidcSettings::rules).orElse(ProviderRules.NONE));
    this.sessions = new PgSessions(database, UUID::randomUUID);
    this.tokens = new PgApiTokens(database, UUID::randomUUID);
    this.quotas = new PgQuotas(database);
    this.allowances = new PgAllowances(database, settings.users());
    this.holdings = new PgHoldings(database, clock);
    this.audit = new PgAudit(database);
    this.credentials = new CredentialCheck(people, sessions, tokens, settings.sessions(), clock);
    var throttle = new GuessThrottle(SteadyClock.from(clock));
    this.signIn =
        new SignIn(
            people,
            sessions,
            tokens,
            new PgLinks(database),
            new Argon2Passwords(Cost.USUAL),
            throttle,
            credentials,
            settings.sessions(),
            clock);
    this.federation =
        settings
            .oidc()
            .map(oidc ->
                new Federation(
                    new OpenIdProvider(oidc.registration(), SteadyClock.from(clock)),
                    oidc.roles(),
                    people,
                    signIn,
                    throttle,
                    oidc.trust(),
                    clock));
  }

  public PgPeople people() {
    return people;
  }

  /** Somebody of that name; refuses with {@code NotFound}. */
  public Person person(PersonName name) {
    return people.find(name).orElseThrow(() -> new Refusal.NotFound("person", name.value()));
  }

  public PgApiTokens tokens() {
    return tokens;
  }

  public PgAudit audit() {
    return audit;
  }

  Quotas quotas() {
    return quotas;
  }

  Allowances allowances() {
    return allowances;
  }

  Holdings holdings() {
    return holdings;
  }

  public SignIn signIn() {
    return signIn;
  }

  /** The OpenID provider that people sign in at; refuses where there is none. */
  public String issuer() {
    return settings
        .oidc()
        .map(oidc -> oidc.registration().issuer().toString())
        .orElseThrow(() -> new Refusal.WrongState("OIDC_ISSUER is not set", null));
  }

  /** What lets in whom the provider vouches for, where there is one. */
  Optional<Federation> federation() {
    return federation;
  }

  /** What is odd about who comes in and what they may do, a sentence each. */
  List<String> oddities() {
    var known = people.teams().stream().map(Team::name).toList();
    return settings.oidc().stream()
        .flatMap(oidc -> oidc.roles().teams().stream())
        .filter(team -> !known.contains(team))
        .sorted()
        .map(team ->
            "OIDC_ROLES names the team %s, which there is not: add it under People, or nobody is of it"
                .formatted(team))
        .toList();
  }

  Identity identity(Access access) {
    return new Identity(
        settings.required(),
        people,
        sessions,
        tokens,
        holdings,
        quotas,
        allowances,
        audit,
        signIn,
        federation,
        credentials,
        access);
  }

  /**
   * Lets operators into JobRunr's dashboard.
   *
   * @param api where they sign in
   */
  Authenticator operators(URI api) {
    return settings.required() ? new OperatorsOnly(credentials, api) : OperatorsOnly.everybody();
  }

  /**
   * The path of a link for the first administrator, who is made where there is nobody; empty once
   * they have set a password, or somebody else manages people.
   */
  Optional<String> firstLink() {
    if (!settings.required()) {
      return Optional.empty();
    }
    if (people.none()) {
      people.add(FIRST, "Administrator", List.of(Grant.everywhere(Role.ADMIN)), Set.of());
    }
    var all = people.all();
    return all.stream().anyMatch(AccessParts::managesPeople)
        ? Optional.empty()
        : all.stream()
            .filter(p -> p.name().equals(FIRST) && !p.disabled())
            .findFirst()
            .map(p -> "/welcome#" + signIn.invite(p, SignIn.FIRST_LINK).secret().text());
  }

  private static boolean managesPeople(Person person) {
    return !person.disabled()
        && (person.local() || person.oidc())
        && person.grants().contains(Grant.everywhere(Role.ADMIN));
  }
}
