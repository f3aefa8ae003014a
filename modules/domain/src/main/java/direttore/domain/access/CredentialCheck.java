package direttore.domain.access;

import direttore.domain.Refusal;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Knows people by what their requests carry. Who was let in a moment ago is let in again without a
 * look into the database; what this process changes counts at once, what another does after that
 * moment.
 */
public final class CredentialCheck {
  private static final System.Logger LOG = System.getLogger(CredentialCheck.class.getName());
  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST = 10_000;
  private final People people;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final SessionRules rules;
  private final Clock clock;
  private final ConcurrentHashMap<String, Remembered> remembered = new ConcurrentHashMap<>();

  public CredentialCheck(
      People people, Sessions sessions, ApiTokens tokens, SessionRules rules, Clock clock) {
    this.people = people;
    this.sessions = sessions;
    this.tokens = tokens;
    this.rules = rules;
    this.clock = clock;
  }

  private record Remembered(Authentication authentication, Instant until) {}

  /** The person of a session; refuses with {@code NotSignedIn} when it has ended. */
  public Authentication bySession(Secret secret) {
    return remembered("session " + secret.text(), () -> lookUpSession(secret))
        .orElseThrow(() -> Refusal.NotSignedIn.wrong("the session has ended; sign in again"));
  }

  /** The person of an API token; refuses with {@code NotSignedIn} when it does not hold. */
  public Authentication byToken(Secret secret, String address) {
    return remembered("token " + secret.text(), () -> lookUpToken(secret, address))
        .orElseThrow(() ->
            Refusal.NotSignedIn.wrong("the API token is unknown, has expired or was revoked"));
  }

  /** Makes every change to people, sessions and tokens count from now on. */
  public void forget() {
    remembered.clear();
  }

  private Optional<Authentication> remembered(
      String key, Supplier<Optional<Authentication>> lookUp) {
    var now = clock.instant();
    var known = remembered.get(key);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.authentication());
    }
    var found = lookUp.get();
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    found.ifPresentOrElse(
        authentication ->
            remembered.put(key, new Remembered(authentication, until(authentication, now))),
        () -> remembered.remove(key));
    return found;
  }

  private static Instant until(Authentication authentication, Instant now) {
    var moment = now.plus(MOMENT);
    var expires = authentication.expires();
    return expires != null && expires.isBefore(moment) ? expires : moment;
  }

  private Optional<Authentication> lookUpSession(Secret secret) {
    var now = clock.instant();
    return sessions
        .find(secret)
        .filter(s -> now.isBefore(s.expires()) && now.isBefore(s.seen().plus(rules.idle())))
        .flatMap(session -> {
          if (session.seen().plus(MINUTE).isBefore(now)) {
            note(() -> sessions.seen(session.id(), now));
          }
          return person(session.person())
              .map(p ->
                  new Authentication(p.actor(Actor.Via.SESSION), session.id(), session.expires()));
        });
  }

  private Optional<Authentication> lookUpToken(Secret secret, String address) {
    var now = clock.instant();
    return tokens
        .find(secret)
        .filter(token -> now.isBefore(token.expires()))
        .flatMap(token -> {
          var last = token.lastUsed();
          if (last == null || last.plus(MINUTE).isBefore(now)) {
            note(() -> tokens.used(token.id(), address, now));
          }
          return person(token.person())
              .map(p -> p.actor(Actor.Via.TOKEN).atMost(token.role(), Actor.Via.TOKEN))
              .map(actor -> new Authentication(actor, token.id(), token.expires()));
        });
  }

  /** Whoever only reads is not kept out by a database that takes no changes. */
  private static void note(Runnable use) {
    try {
      use.run();
    } catch (Refusal.DatabaseAway e) {
      LOG.log(Level.DEBUG, "that somebody was here is not noted", e);
    }
  }

  private Optional<Person> person(UUID id) {
    return people.find(id).filter(Person::admitted);
  }
}
