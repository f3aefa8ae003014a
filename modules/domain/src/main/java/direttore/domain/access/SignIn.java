package direttore.domain.access;

import direttore.domain.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people in by password or one-time link, and out again. */
public final class SignIn {
  /** For how long the link of the first start is good. */
  public static final Duration FIRST_LINK = Duration.ofMinutes(15);

  /** For how long an invitation is good. */
  public static final Duration INVITATION = Duration.ofDays(2);

  private static final String WRONG = "the name or the password is wrong";
  private final People people;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Links links;
  private final Passwords passwords;
  private final GuessThrottle throttle;
  private final CredentialCheck credentials;
  private final SessionRules rules;
  private final Clock clock;
  private @Nullable String nobodysHash;

  public SignIn(
      People people,
      Sessions sessions,
      ApiTokens tokens,
      Links links,
      Passwords passwords,
      GuessThrottle throttle,
      CredentialCheck credentials,
      SessionRules rules,
      Clock clock) {
    this.people = people;
    this.sessions = sessions;
    this.tokens = tokens;
    this.links = links;
    this.passwords = passwords;
    this.throttle = throttle;
    this.credentials = credentials;
    this.rules = rules;
    this.clock = clock;
  }

  /** A session, and the secret that its browser keeps. */
  public record Opened(Authentication authentication, Secret secret) {}

  /** A link, and until when it is good. */
  public record Invitation(Secret secret, Instant expires) {}

  /**
   * Opens a session by name and password. Refuses with {@code NotSignedIn}, in the same words and
   * time whatever is wrong, or with {@code Throttled}.
   */
  public Opened byPassword(String name, String password, Client client) {
    var account = name(name.strip().toLowerCase(Locale.ROOT));
    account.ifPresentOrElse(a -> begin(a, client), () -> throttle.begin(client.address()));
    // Before it shows whether there is somebody: the first try takes as long either way.
    var nobodys = nobodysHash();
    var person = account.flatMap(people::find).filter(p -> !p.disabled());
    var hash = person.flatMap(p -> people.passwordHash(p.id()));
    var right = passwords.matches(password, hash.orElse(nobodys));
    if (person.isEmpty() || hash.isEmpty() || !right) {
      throw Refusal.NotSignedIn.wrong(WRONG);
    }
    throttle.succeeded(person.get().name(), client.address());
    return open(person.get(), client);
  }

  /**
   * Sets the password of the person whom the link belongs to, and opens a session for them. All
   * other sessions and their API tokens end: whoever needs a link has lost hold of the account, and
   * somebody else may have had it.
   */
  public Opened byLink(Secret link, String password, Client client) {
    // Nobody guesses 256 bits: what strangers try must not keep the invited waiting.
    throttle.check(client.address());
    // Checked before the link is used up, so that a bad choice can be mended.
    var invited = links.find(link, clock.instant()).flatMap(people::find).map(Person::name);
    PasswordRule.check("password", password, invited.orElse(new PersonName("x")));
    var person = links.use(link, clock.instant()).flatMap(people::find).filter(p -> !p.disabled());
    if (person.isEmpty()) {
      throw dead(client);
    }
    set(person.get(), password, null);
    endTokens(person.get());
    return open(person.get(), client);
  }

  /** Refuses a link that {@link #byLink} would refuse, and uses none up. */
  public void checkLink(Secret link, Client client) {
    throttle.check(client.address());
    var person = links.find(link, clock.instant()).flatMap(people::find);
    if (person.filter(p -> !p.disabled()).isEmpty()) {
      throw dead(client);
    }
  }

  private Refusal dead(Client client) {
    throttle.failed(client.address());
    return Refusal.NotSignedIn.wrong("the link is wrong, was used before or has expired");
  }

  /**
   * Opens a session for somebody whom another server vouches for. Refuses with {@code Forbidden}
   * when they are kept out here.
   */
  Opened vouchedFor(Person person, Client client, @Nullable String there) {
    if (person.disabled()) {
      throw new Refusal.Forbidden(null, "Your account is disabled here.");
    }
    var now = begin();
    var secret = Secret.fresh("");
    return opened(
        person,
        sessions.openVouched(person.id(), secret, client, now, now.plus(rules.longest()), there),
        secret);
  }

  /**
   * Changes the own password and ends all other sessions.
   *
   * @param session the one to keep, or null
   */
  public void changePassword(
      Actor actor, String current, String password, @Nullable UUID session, Client from) {
    var name = new PersonName(actor.name());
    begin(name, from);
    var hash = people.passwordHash(actor.id());
    if (hash.isEmpty() || !passwords.matches(current, hash.get())) {
      throw new Refusal.Invalid("current", "is not your password");
    }
    throttle.succeeded(name, from.address());
    set(person(name), password, session);
  }

  /** Sets somebody's password and ends their sessions and API tokens. */
  public void setPassword(PersonName name, String password) {
    var person = person(name);
    set(person, password, null);
    endTokens(person);
  }

  private void endTokens(Person person) {
    tokens.revokeAll(person.id());
    credentials.forget();
  }

  private void set(Person person, String password, @Nullable UUID session) {
    PasswordRule.check("password", password, person.name());
    people.setPassword(person.id(), passwords.hash(password));
    sessions.endOthers(person.id(), session);
    credentials.forget();
  }

  private Person person(PersonName name) {
    return people.find(name).orElseThrow(() -> new Refusal.NotFound("person", name));
  }

  /** A link that lets somebody in once; their earlier ones no longer work. */
  public Invitation invite(Person person, Duration good) {
    var secret = Secret.fresh("");
    var expires = clock.instant().plus(good);
    links.keep(person.id(), secret, expires);
    return new Invitation(secret, expires);
  }

  /** Ends the session of a secret, if there is one. */
  public void end(Secret secret) {
    sessions.find(secret).ifPresent(old -> sessions.end(old.person(), old.id()));
    credentials.forget();
  }

  /** Ends all of somebody's sessions. */
  public void expel(UUID person) {
    sessions.endOthers(person, null);
    credentials.forget();
  }

  /** Ends those of somebody's sessions that go with one at the server that vouched for them. */
  void expel(UUID person, String there) {
    sessions.endThere(person, there);
    credentials.forget();
  }

  /** Ends what ended at the server that vouched for it; see {@link Sessions#end}. */
  Optional<Set<UUID>> expel(ProviderLogout logout) {
    var whose = sessions.end(logout, clock.instant());
    credentials.forget();
    return whose;
  }

  /** The session at the provider that one of somebody's goes with. */
  @Nullable String there(Secret secret) {
    return sessions.find(secret).map(Session::there).orElse(null);
  }

  /** Makes what was changed about people count at once. */
  void recall() {
    credentials.forget();
  }

  /** Ends a session. */
  public void out(Authentication authentication) {
    var session = authentication.credential();
    if (session != null && authentication.actor().via() == Actor.Via.SESSION) {
      sessions.end(authentication.actor().id(), session);
      credentials.forget();
    }
  }

  private Opened open(Person person, Client client) {
    var now = begin();
    var secret = Secret.fresh("");
    return opened(
        person, sessions.open(person.id(), secret, client, now, now.plus(rules.longest())), secret);
  }

  private Instant begin() {
    var now = clock.instant();
    return now;
  }

  private Opened opened(Person person, Session session, Secret secret) {
    people.signedIn(person.id(), session.created());
    credentials.forget();
    return new Opened(
        new Authentication(person.actor(Actor.Via.SESSION), session.id(), session.expires()),
        secret);
  }

  /**
   * Compared with where there is nobody of a name, so that it takes as long as a wrong password.
   * Made when the first one tries, because it takes long and most commands let nobody in.
   */
  private synchronized String nobodysHash() {
    if (nobodysHash == null) {
      nobodysHash = passwords.hash(Secret.fresh("").text());
    }
    return nobodysHash;
  }

  private void begin(PersonName account, Client client) {
    throttle.begin(account, client.address(), () -> sessions.cameFrom(account, client.address()));
  }

  private static Optional<PersonName> name(String account) {
    try {
      return Optional.of(new PersonName(account));
    } catch (Refusal.Invalid e) {
      // Nobody can have such a name; the answer must not tell.
      return Optional.empty();
    }
  }
}
