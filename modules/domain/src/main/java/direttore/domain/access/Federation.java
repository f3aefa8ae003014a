package direttore.domain.access;

import direttore.domain.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom another server vouches for. They are known by that server's subject alone: a name or
 * an address that somebody may choose there opens nobody's account here.
 */
public final class Federation {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_DISPLAY = 100;
  private final IdentityProvider provider;
  private final GroupRoles roles;
  private final People people;
  private final SignIn signIn;
  private final Throttle throttle;
  private final Duration trust;
  private final Clock clock;

  /**
   * @param trust for how long what the groups give counts after a sign-in at the provider, so that
   *     tokens and passwords do not outlive it; a day or more
   */
  public Federation(
      IdentityProvider provider,
      GroupRoles roles,
      People people,
      SignIn signIn,
      Throttle throttle,
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
  public URI begin(Attempt attempt, URI back) {
    return provider.ask(attempt, back);
  }

  /**
   * Opens a session for whoever comes back. Refuses with {@code NotSignedIn} for what cannot be
   * believed, with {@code Forbidden} for somebody who has no business here.
   */
  public Arrival end(Attempt attempt, URI back, Map<String, List<String>> answer, Client client) {
    var vouched = vouched(attempt, back, answer, client);
    var before = people.find(vouched.issuer(), vouched.subject()).orElse(null);
    var now = before == null ? added(vouched) : renewed(before, vouched);
    return new Arrival(signIn.vouchedFor(now, client), before, now);
  }

  /** Whoever sends made-up answers has to wait, as each of them makes us ask the provider. */
  private Vouched vouched(
      Attempt attempt, URI back, Map<String, List<String>> answer, Client client) {
    throttle.check(client.address());
    try {
      return provider.answer(attempt, back, answer);
    } catch (Refusal.NotSignedIn e) {
      throttle.failed(client.address());
      throw e;
    }
  }

  private Person renewed(Person before, Vouched vouched) {
    var now = people.provide(before.id(), roles.of(vouched.groups()), until());
    require(!now.grants().isEmpty(), vouched);
    return now;
  }

  private Person added(Vouched vouched) {
    var given = roles.of(vouched.groups());
    require(!given.isEmpty(), vouched);
    var name = name(vouched);
    try {
      return people.addVouched(
          name, display(vouched), vouched.issuer(), vouched.subject(), given, until());
    } catch (Refusal.WrongState e) {
      // Not theirs for the asking: at many providers people choose their names themselves.
      throw new Refusal.Forbidden(
          null,
          "%s is somebody else's name here. If it is you, have it connected with subject %s."
              .formatted(name, vouched.subject()));
    }
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

  private static PersonName name(Vouched vouched) {
    return Optional.of(plain(vouched.name()))
        .filter(name -> !name.isEmpty())
        .map(PersonName::new)
        .orElseThrow(() ->
            new Refusal.Forbidden(null, "The provider says no name that could be used here."));
  }

  private static String plain(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]+", "-");
    var begun = plain.replaceFirst("^[^a-z0-9]+", "");
    return begun.length() > LONGEST_NAME ? begun.substring(0, LONGEST_NAME) : begun;
  }

  private static String display(Vouched vouched) {
    var display =
        (vouched.display().isBlank() ? vouched.name() : vouched.display())
            .replaceAll("\\p{Cc}", " ")
            .strip();
    return display.length() > LONGEST_DISPLAY ? display.substring(0, LONGEST_DISPLAY) : display;
  }
}
