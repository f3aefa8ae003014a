package direttore.api.access;

import direttore.domain.access.Attempt;
import direttore.domain.access.Secret;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
  private static final String NAME = "direttore_attempt_";
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** So many tries of one browser are kept; all cookies together must fit into a request. */
  private static final int MOST = 4;

  private static final int MARK = 12;
  // Each secret is 256 bits in base64url: whatever else comes was not given out.
  private static final Pattern STATE =
      Pattern.compile("(?<random>[A-Za-z0-9_-]{43})\\.(?<path>[A-Za-z0-9_-]*)");
  private static final Pattern FORM =
      Pattern.compile(
          "(?<nonce>[A-Za-z0-9_-]{43})\\.(?<verifier>[A-Za-z0-9_-]{43})\\.(?<state>"
              + "[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]*)");

  /** A new try, whose state says where to go in the end: that is told also when it is too late. */
  static AttemptCookie fresh(String returning) {
    var fresh = Attempt.fresh();
    var path =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(returning.getBytes(StandardCharsets.UTF_8));
    var state = new Secret(fresh.state().text() + "." + path);
    return new AttemptCookie(new Attempt(state, fresh.nonce(), fresh.verifier()), returning);
  }

  /** The try of this browser that the answer in this request belongs to. */
  static Optional<AttemptCookie> read(ServerRequest req, String state) {
    return STATE.matcher(state).matches()
        ? BrowserCookie.read(req, name(req, state))
            .flatMap(AttemptCookie::parse)
            .filter(cookie -> cookie.isOf(state))
        : Optional.empty();
  }

  /** Where a try wanted to go, whoever began it: a page of ours in any case. */
  static String returning(String state) {
    var parts = STATE.matcher(state);
    if (!parts.matches()) {
      return ReturnPath.of("/");
    }
    try {
      return ReturnPath.of(
          new String(Base64.getUrlDecoder().decode(parts.group("path")), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return ReturnPath.of("/");
    }
  }

  private static Optional<AttemptCookie> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new AttemptCookie(
                new Attempt(
                    new Secret(parts.group("state")),
                    new Secret(parts.group("nonce")),
                    new Secret(parts.group("verifier"))),
                returning(parts.group("state"))))
        : Optional.empty();
  }

  private boolean isOf(String state) {
    return MessageDigest.isEqual(
        attempt.state().text().getBytes(StandardCharsets.UTF_8),
        state.getBytes(StandardCharsets.UTF_8));
  }

  void give(ServerRequest req, ServerResponse res) {
    takeOldest(req, res);
    BrowserCookie.give(
        req,
        res,
        name(req, attempt.state().text()),
        String.join(".", attempt.nonce().text(), attempt.verifier().text(), attempt.state().text()),
        LIFE);
  }

  /** Browsers send those first that they were given first (RFC 6265, section 5.4). */
  private static void takeOldest(ServerRequest req, ServerResponse res) {
    var prefix = name(req);
    var kept = BrowserCookie.names(req).stream().filter(name -> name.startsWith(prefix)).toList();
    kept.stream()
        .limit(Math.max(0, kept.size() - MOST + 1))
        .forEach(name -> BrowserCookie.take(req, res, name));
  }

  void take(ServerRequest req, ServerResponse res) {
    BrowserCookie.take(req, res, name(req, attempt.state().text()));
  }

  private static String name(ServerRequest req, String state) {
    return name(req) + state.substring(0, MARK);
  }

  /**
   * Over TLS with the prefix that keeps other hosts of a domain from planting one (RFC 6265bis).
   */
  private static String name(ServerRequest req) {
    return BrowserCookie.secure(req) ? "__Host-" + NAME : NAME;
  }
}
