package direttore.api.access;

import direttore.domain.access.Attempt;
import direttore.domain.access.Secret;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ties a try to sign in at the provider to the browser that began it. It lies in the browser
 * and not here, so that strangers who begin and never end fill nothing.
 *
 * @param returning the path to go to in the end
 */
record AttemptCookie(Attempt attempt, String returning) {
  private static final String NAME = "direttore_attempt";
  private static final Duration LIFE = Duration.ofMinutes(10);
  // Each secret is 256 bits in base64url: whatever else comes was not given out.
  private static final Pattern FORM =
      Pattern.compile(
          "(?<state>[A-Za-z0-9_-]{43})\\.(?<nonce>[A-Za-z0-9_-]{43})"
              + "\\.(?<verifier>[A-Za-z0-9_-]{43})\\.(?<path>[A-Za-z0-9_-]*)");

  static Optional<AttemptCookie> read(ServerRequest req) {
    return BrowserCookie.read(req, name(req)).flatMap(AttemptCookie::parse);
  }

  private static Optional<AttemptCookie> parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var path =
          new String(Base64.getUrlDecoder().decode(parts.group("path")), StandardCharsets.UTF_8);
      return Optional.of(
          new AttemptCookie(
              new Attempt(
                  new Secret(parts.group("state")),
                  new Secret(parts.group("nonce")),
                  new Secret(parts.group("verifier"))),
              ReturnPath.of(path)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void give(ServerRequest req, ServerResponse res) {
    var path =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(returning.getBytes(StandardCharsets.UTF_8));
    BrowserCookie.give(
        req,
        res,
        name(req),
        String.join(
            ".", attempt.state().text(), attempt.nonce().text(), attempt.verifier().text(), path),
        LIFE);
  }

  static void take(ServerRequest req, ServerResponse res) {
    BrowserCookie.take(req, res, name(req));
  }

  /**
   * Over TLS with the prefix that keeps other hosts of a domain from planting one (RFC 6265bis).
   */
  private static String name(ServerRequest req) {
    return BrowserCookie.secure(req) ? "__Host-" + NAME : NAME;
  }
}
