package direttore.domain.access;

import direttore.domain.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom another server vouches for. They are known by that server's subject alone: a name or
 * an address that somebody may choose there opens nobody's account here.
 */
public final class Federation {
  private static final int LONGEST_DISPLAY = 100;

  /** So often is asked again within the time that the provider's word is good for. */
  private static final int PARTS = 4;

  private static final Duration LONGEST_BETWEEN = Duration.ofSeconds(30);

  private final IdentityProvider provider;
  private final GroupRoles roles;
  private final People people;
  private final SignIn signIn;
  private final GuessThrottle throttle;
  private final Duration trust;
  private final Clock clock;
  private final Renewals renewals = new Renewals();

  /**
   * @param trust for how long the provider's word counts unless it says it again, so that nothing
   *     outlives it for longer
   */
  public Federation(
      IdentityProvider provider,
      GroupRoles roles,
      People people,
      SignIn signIn,
      GuessThrottle throttle,
      Duration trust,
      Clock clock) {
    this.provider = provider;
    this.roles = roles;
    this.people = people;
    this.signIn = signIn;
    this.throttle = throttle;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * Somebody who came in.
   *
   * @param before as they were before, or null when they are new
   */
  public record Arrival(SignIn.Opened opened, @Nullable Person before, Person now) {}

  /** What the provider is called on the button. */
  public String name() {
    return provider.name();
  }

  /** Where a browser goes; see {@link IdentityProvider#ask}. */
  public URI begin(Attempt attempt, URI back, boolean another) {
    return provider.ask(attempt, back, another);
  }

  /** Why nobody could come in now, a sentence; empty when all is well. */
  public Optional<String> trouble() {
    return provider.trouble();
  }

  /**
   * Where the browser of somebody goes to leave the provider too; see {@link IdentityProvider}.
   *
   * @param session of the browser, before it ends
   */
  public Optional<URI> leave(UUID person, Secret session, URI back) {
    var there = signIn.there(session);
    var way = provider.leave(renewals.idToken(person, there), back);
    if (way.isPresent()) {
      // That it has ended there says nothing against whoever ended it.
      renewals.forget(person, there);
    }
    return way;
  }

  /**
   * Ends the sessions here that go with what ended at the provider, as it says. Refuses with {@code
   * Invalid} for a token that does not hold or was sent before.
   *
   * @return whose they were
   */
  public Set<UUID> signedOut(String token, Client client) {
    throttle.checkLogout(client.address());
    var logout = believed(token, client);
    var whose =
        signIn
            .expel(logout)
            .orElseThrow(() -> new Refusal.Invalid("logout_token", "was sent before"));
    var session = logout.session();
    for (var person : whose) {
      if (session == null) {
        renewals.forget(person);
      } else {
        renewals.forget(person, session);
      }
    }
    return whose;
  }

  private ProviderLogout believed(String token, Client client) {
    try {
      return provider.signedOut(token);
    } catch (Refusal.NotSignedIn e) {
      throttle.failedLogout(client.address());
      throw new Refusal.Invalid("logout_token", "is not valid; the log says why");
    }
  }

  /** How often to {@link #recheck}, so that nobody is asked about much later than is due. */
  public Duration between() {
    var half = trust.dividedBy(2L * PARTS);
    return half.compareTo(LONGEST_BETWEEN) < 0 ? half : LONGEST_BETWEEN;
  }

  /**
   * Asks the provider again about whom it vouched for; whom it no longer vouches for is out.
   * Answers who that was.
   */
  public List<String> recheck() {
    var out = new ArrayList<String>();
    for (var each : renewals.due(clock.instant(), trust.dividedBy(PARTS))) {
      try {
        var vouched = provider.renew(each.subject(), each.renewal());
        var person = people.find(each.person()).orElseThrow();
        people.vouch(person.id(), shown(person, vouched), vouched.groups(), until());
        renewals.keep(person.id(), vouched, clock.instant());
        signIn.recall();
      } catch (Refusal.NotSignedIn e) {
        renewals.forget(each.person(), each.renewal().session());
        out(each);
        people.find(each.person()).ifPresent(p -> out.add(p.name().value()));
      } catch (Refusal.Unreachable | Refusal.Upstream e) {
        // Silence says nothing of anybody: the word runs out in its time.
      }
    }
    return out;
  }

  /** Where another session there goes on, its own answer says whether all is over. */
  private void out(Renewals.Kept ended) {
    var there = ended.renewal().session();
    if (there != null && renewals.canAsk(ended.person())) {
      signIn.expel(ended.person(), there);
    } else {
      people.vouch(ended.person(), null, Set.of(), clock.instant());
      signIn.expel(ended.person());
    }
  }

  /**
   * Opens a session for whoever comes back. Refuses with {@code NotSignedIn} for what cannot be
   * believed, with {@code Forbidden} for somebody who has no business here.
   */
  public Arrival end(Attempt attempt, URI back, Map<String, List<String>> answer, Client client) {
    var vouched = vouched(attempt, back, answer, client);
    var before = people.find(vouched.issuer(), vouched.subject()).orElse(null);
    var now = before == null ? added(vouched) : renewed(before, vouched);
    renewals.keep(now.id(), vouched, clock.instant());
    return new Arrival(signIn.vouchedFor(now, client, vouched.renewal().session()), before, now);
  }

  /** Whoever sends made-up answers has to wait, as each of them makes us ask the provider. */
  private Vouched vouched(
      Attempt attempt, URI back, Map<String, List<String>> answer, Client client) {
    throttle.checkAnswer(client.address());
    try {
      return provider.answer(attempt, back, answer);
    } catch (Refusal.NotSignedIn e) {
      // That somebody declined is no guess.
      if (!answer.containsKey("error")) {
        throttle.failedAnswer(client.address());
      }
      throw e;
    }
  }

  private Person renewed(Person before, Vouched vouched) {
    var now = people.vouch(before.id(), shown(before, vouched), vouched.groups(), until());
    require(!now.grants().isEmpty(), vouched);
    return now;
  }

  /** Who was here first keeps the name that they have here. */
  private static @Nullable String shown(Person person, Vouched vouched) {
    return person.local() ? null : display(vouched);
  }

  private Person added(Vouched vouched) {
    require(!roles.of(vouched.groups()).isEmpty(), vouched);
    return people.addVouched(
        freeName(vouched),
        display(vouched),
        vouched.issuer(),
        vouched.subject(),
        vouched.groups(),
        until());
  }

  /**
   * The first name that nobody has. One that somebody has who signs in here with a password may be
   * their own: whether it is an administrator knows, as at many providers people choose their names
   * themselves.
   */
  private PersonName freeName(Vouched vouched) {
    var namesakes = PlainName.of(vouched).toList();
    var taken = people.find(namesakes.getFirst()).filter(p -> !p.oidc());
    if (taken.isPresent()) {
      throw new Refusal.Forbidden(
          null,
          "%s has an account here already, without %s. If it is yours, an administrator can connect"
                  .formatted(taken.get().name(), provider.name())
              + " the two; your subject there is %s.".formatted(vouched.subject()));
    }
    return namesakes.stream()
        .filter(name -> !Actor.isNobodysName(name) && !people.taken(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.Forbidden(
                null, "Too many people here are called %s.".formatted(namesakes.getFirst())));
  }

  private Instant until() {
    return clock.instant().plus(trust);
  }

  private void require(boolean allowed, Vouched vouched) {
    if (!allowed) {
      throw new Refusal.Forbidden(
          null,
          "%s knows you as %s, but you are in no group that may use this lab."
              .formatted(provider.name(), vouched.name()));
    }
  }

  private static String display(Vouched vouched) {
    var display =
        (vouched.display().isBlank() ? vouched.name() : vouched.display())
            .replaceAll("\\p{Cc}", " ")
            .strip();
    return display.length() > LONGEST_DISPLAY ? display.substring(0, LONGEST_DISPLAY) : display;
  }
}
