package direttore.access.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenClaimsVerifier;
import direttore.domain.access.ProviderLogout;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells word of a sign-out that the provider sent just now from any other (Back-Channel Logout 1.0,
 * section 2.6).
 */
final class LogoutTokens {
  /**
   * How old one may be: enough for a provider that tries again, and short enough to remember each
   * for as long.
   */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private static final Duration SKEW = Duration.ofMinutes(1);
  private final Registration registration;
  private final ClientID client;
  private final Proof proof;
  private final Clock clock;

  LogoutTokens(Registration registration, Proof proof, Clock clock) {
    this.registration = registration;
    this.client = new ClientID(registration.client());
    this.proof = proof;
    this.clock = clock;
  }

  /** What the token says; refuses with {@code NotSignedIn} when it does not hold. */
  ProviderLogout of(String token, Discovery.Known known) {
    return proof.checked(() -> {
      var processor = Proof.processor(known);
      // Some providers give no type, or that of any token.
      processor.setJWSTypeVerifier(
          new DefaultJOSEObjectTypeVerifier<>(
              new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null));
      processor.setJWTClaimsSetVerifier(
          new LogoutTokenClaimsVerifier(known.metadata().getIssuer(), client)::verify);
      try {
        return logout(new LogoutTokenClaimsSet(processor.process(token, null)));
      } catch (ParseException | java.text.ParseException | IllegalArgumentException e) {
        throw new BadJOSEException("it is no logout token: " + e.getMessage(), e);
      }
    });
  }

  private ProviderLogout logout(LogoutTokenClaimsSet claims) throws BadJOSEException {
    var issued = claims.getIssueTime().toInstant();
    var now = clock.instant();
    if (issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(LIFE).minus(SKEW))) {
      throw new BadJOSEException("it was issued at %s, not of late".formatted(issued));
    }
    var subject = claims.getSubject();
    var session = claims.getSessionID();
    return new ProviderLogout(
        claims.getJWTID().getValue(),
        registration.issuer().toString(),
        subject == null ? null : subject.getValue(),
        session == null ? null : session.getValue(),
        issued.plus(LIFE).plus(SKEW).plus(SKEW));
  }
}
