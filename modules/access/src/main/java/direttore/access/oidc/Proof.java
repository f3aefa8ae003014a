package direttore.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells an ID token that the provider made for this very try from any other (Core 1.0, 3.1.3.7).
 */
final class Proof {
  private final Registration registration;
  private final ClientID client;

  Proof(Registration registration) {
    this.registration = registration;
    this.client = new ClientID(registration.client());
  }

  /** What the token says; refuses with {@code NotSignedIn} when it does not hold. */
  IDTokenClaimsSet of(JWT token, Attempt attempt, Discovery.Known known) {
    var keys = new JWSVerificationKeySelector<>(algorithms(known.metadata()), known.keys());
    var validator = new IDTokenValidator(known.metadata().getIssuer(), client, keys, null);
    try {
      var proven = validator.validate(token, new Nonce(attempt.nonce().text()));
      requireGivenToUs(proven);
      return proven;
    } catch (BadJOSEException e) {
      throw registration.unbelievable(e);
    } catch (JOSEException e) {
      throw new Refusal.Upstream(
          registration.name(), "the keys of %s cannot be read".formatted(registration.name()), e);
    }
  }

  /** The validator looks at the audience only (steps 4 and 5). */
  private void requireGivenToUs(IDTokenClaimsSet proven) {
    var party = proven.getAuthorizedParty();
    if (party == null
        ? proven.getAudience().size() > 1
        : !party.getValue().equals(client.getValue())) {
      throw registration.unbelievable(null);
    }
  }

  /** Those announced that need a key which only the provider has: no HMAC and no "none". */
  static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    var announced = metadata.getIDTokenJWSAlgs();
    var all = announced == null ? List.of(JWSAlgorithm.RS256) : announced;
    return all.stream()
        .filter(JWSAlgorithm.Family.SIGNATURE::contains)
        .collect(Collectors.toUnmodifiableSet());
  }
}
