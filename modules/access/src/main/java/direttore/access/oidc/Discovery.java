package direttore.access.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import direttore.domain.Refusal;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a provider works and which keys it signs with, asked when first needed (Discovery 1.0). */
final class Discovery {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration MOMENT = Duration.ofSeconds(15);
  private static final int LARGEST_KEYS = 256 * 1024;
  private final Registration registration;
  private final Sending sending;
  private final Trouble trouble;
  private final Clock clock;
  private @Nullable Known known;
  private @Nullable Refusal failure;
  private Instant askAgain = Instant.MIN;

  Discovery(Registration registration, Sending sending, Trouble trouble, Clock clock) {
    this.registration = registration;
    this.sending = sending;
    this.trouble = trouble;
    this.clock = clock;
  }

  /** What was found out, and until when it is believed. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

  /**
   * Asks at most once an hour, and not again for a moment after it failed: while the provider is
   * silent nobody waits longer than for one answer. Refuses with {@code Unreachable} or {@code
   * Upstream}.
   */
  synchronized Known known() {
    var now = clock.instant();
    if (known != null && now.isBefore(known.until())) {
      return known;
    }
    if (failure != null && now.isBefore(askAgain)) {
      throw failure;
    }
    try {
      known = ask(now);
      failure = null;
      return known;
    } catch (Refusal e) {
      return without(e);
    }
  }

  /** What was known goes on to hold while the provider cannot be asked anew. */
  private Known without(Refusal e) {
    var again = clock.instant().plus(MOMENT);
    if (known != null) {
      known = new Known(known.metadata(), known.keys(), again);
      return known;
    }
    failure = e;
    askAgain = again;
    throw e;
  }

  private Known ask(Instant now) {
    try {
      var metadata = metadata();
      requireUsable(metadata);
      return new Known(metadata, keys(metadata), now.plus(FRESH));
    } catch (IOException e) {
      throw trouble.of(e);
    } catch (GeneralException e) {
      throw trouble.of("says of itself what cannot be used: %s".formatted(e.getMessage()), e);
    }
  }

  private OIDCProviderMetadata metadata() throws IOException, GeneralException {
    var issuer = new Issuer(registration.issuer());
    var where = OIDCProviderMetadata.resolveURL(issuer);
    var response = sending.sent(new HTTPRequest(HTTPRequest.Method.GET, where));
    var status = response.getStatusCode();
    if (status >= HTTPResponse.SC_SERVER_ERROR) {
      throw trouble.of("fails by itself: status %d at %s".formatted(status, where));
    }
    if (status != HTTPResponse.SC_OK) {
      throw trouble.of(
          "has no OpenID configuration at %s (status %d): is OIDC_ISSUER right?"
              .formatted(where, status));
    }
    var metadata = OIDCProviderMetadata.parse(response.getBodyAsJSONObject());
    var named = metadata.getIssuer();
    // To the letter (Discovery 1.0, section 4.3): people are known by it.
    if (!issuer.equals(named)) {
      throw trouble.of("calls itself %s, but OIDC_ISSUER is %s".formatted(named, issuer));
    }
    return metadata;
  }

  private static void requireUsable(OIDCProviderMetadata metadata) throws GeneralException {
    if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
      throw new GeneralException("it has no endpoint for codes and tokens");
    }
    if (Proof.algorithms(metadata).isEmpty()) {
      throw new GeneralException("it signs with no key of its own");
    }
  }

  private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws MalformedURLException {
    // Asks again for a key that it does not know, as providers change theirs; not more often than
    // each 30 seconds, so that made-up keys cannot make it ask without end.
    return JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), sending.retriever(LARGEST_KEYS))
        .build();
  }
}
