package direttore.domain.access;

import java.time.Clock;

/** Makes API tokens. */
public final class TokenIssuer {
  /** By which people and scanners of secrets know them. */
  private static final String PREFIX = "dtr_";

  private final ApiTokens tokens;
  private final Clock clock;

  public TokenIssuer(ApiTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** A token, and its secret for the only time. */
  public record Issued(ApiToken token, Secret secret) {}

  /** Refuses with {@code WrongState} when the owner has one of the name. */
  public Issued issue(NewToken wanted) {
    var secret = Secret.fresh(PREFIX);
    var now = clock.instant();
    var token =
        tokens.make(
            wanted.owner().id(),
            wanted.name(),
            wanted.role(),
            secret,
            now,
            now.plus(wanted.life()));
    return new Issued(token, secret);
  }
}
