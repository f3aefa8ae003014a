package direttore.domain.access;

/**
 * One try to sign in through another server: what only the browser that began it and the two
 * servers know.
 *
 * @param state ties the answer to the browser (RFC 6749, section 10.12)
 * @param nonce ties the provider's word to this try (OpenID Connect Core 1.0, section 15.5.2)
 * @param verifier proves that whoever began also ends it (RFC 7636)
 */
public record Attempt(Secret state, Secret nonce, Secret verifier) {
  /** A new try. */
  public static Attempt fresh() {
    return new Attempt(Secret.fresh(""), Secret.fresh(""), Secret.fresh(""));
  }
}
