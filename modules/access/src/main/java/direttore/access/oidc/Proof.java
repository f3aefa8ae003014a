package direttore.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenClaimsVerifier;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells an ID token that the provider made for this very try from any other (Core 1.0, 3.1.3.7).
 */
final class Proof {
  private static final int SKEW_SECONDS = 60;
  private final Registration registration;
  private final ClientID client;

  Proof(Registration registration) {
    this.registration = registration;
    this.client = new ClientID(registration.client());
  }

  /** What the token says; refuses with {@code NotSignedIn} when it does not hold. */
  IDTokenClaimsSet of(JWT token, Attempt attempt, Discovery.Known known) {
    var proven = validated(token, new Nonce(attempt.nonce().text()), known);
    var wanted = registration.preferences().acr();
    var used = proven.getACR();
    if (!wanted.isEmpty() && (used == null || !wanted.contains(used.getValue()))) {
      throw registration.unbelievable(
          new BadJOSEException("acr is %s, OIDC_ACR wants one of %s".formatted(used, wanted)));
    }
    return proven;
  }

  /** What a token says that came for a refresh token, which carries no nonce (Core 1.0, 12.2). */
  IDTokenClaimsSet again(JWT token, Discovery.Known known) {
    return validated(token, null, known);
  }

  private IDTokenClaimsSet validated(JWT token, @Nullable Nonce nonce, Discovery.Known known) {
    return checked(() -> {
      var processor = processor(known);
      processor.setJWTClaimsSetVerifier(
          new IDTokenClaimsVerifier(known.metadata().getIssuer(), client, nonce, SKEW_SECONDS)
              ::verify);
      try {
        var proven = new IDTokenClaimsSet(processor.process(token, null));
        requireGivenToUs(proven);
        return proven;
      } catch (ParseException e) {
        throw new BadJOSEException(e.getMessage(), e);
      }
    });
  }

  /** What a UserInfo answer says that the provider signed (Core 1.0, 5.3.2). */
  UserInfo userInfo(JWT token, Discovery.Known known) {
    return checked(() -> {
      var processor = processor(known);
      // It need not expire; whose it is, for whom and about whom is what counts.
      processor.setJWTClaimsSetVerifier(
          new DefaultJWTClaimsVerifier<>(
              client.getValue(),
              new JWTClaimsSet.Builder().issuer(known.metadata().getIssuer().getValue()).build(),
              Set.of("sub")));
      try {
        return new UserInfo(processor.process(token, null));
      } catch (IllegalArgumentException e) {
        throw new BadJOSEException("no claims", e);
      }
    });
  }

  static DefaultJWTProcessor<SecurityContext> processor(Discovery.Known known) {
    var allowed = algorithms(known.metadata());
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(
        new EdwardsKeys(
            allowed, known.keys(), new JWSVerificationKeySelector<>(allowed, known.keys())));
    processor.setJWSVerifierFactory(new Signatures());
    return processor;
  }

  /** What may say that a token does not hold. */
  interface Check<T> {
    T run() throws BadJOSEException, JOSEException;
  }

  <T> T checked(Check<T> check) {
    try {
      return check.run();
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
