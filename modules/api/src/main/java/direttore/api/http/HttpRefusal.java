package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;
import java.util.List;

/** Why a request was refused for the way it came over HTTP, not for what it asks. */
@SuppressWarnings("serial") // answered at once, never serialised
public final class HttpRefusal extends RuntimeException {
  private final Problem problem;
  private final List<Header> headers;

  private HttpRefusal(Problem problem, Header... headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = List.of(headers);
  }

  static HttpRefusal malformed(String detail) {
    return new HttpRefusal(Problem.of(400, "malformed", "The request cannot be read", detail));
  }

  /** A request that could be understood in more than one way, after which nothing more is read. */
  public static HttpRefusal unclear(String detail) {
    return closing(400, "malformed", "The request cannot be read", detail);
  }

  /** A request that did not arrive in time. */
  public static HttpRefusal late(String detail) {
    return closing(408, "too-slow", "The request took too long", detail);
  }

  /**
   * A body that is larger than what is read here.
   *
   * @param most bytes
   */
  public static HttpRefusal tooLarge(int most) {
    return closing(
        413, "too-large", "The body is too large", "at most %d bytes are read".formatted(most));
  }

  /**
   * A request line that is longer than any of ours.
   *
   * @param most bytes
   */
  public static HttpRefusal tooLong(int most) {
    return closing(
        414, "too-long", "The address is too long", "at most %d bytes are read".formatted(most));
  }

  /** An {@code Expect} header that asks for something that is not offered. */
  public static HttpRefusal unmetExpectation() {
    return closing(
        417, "unmet-expectation", "Expectation failed", "Expect may only be 100-continue");
  }

  /** More or longer headers than any client of ours sends. */
  public static HttpRefusal tooManyHeaders(int mostBytes, int mostHeaders) {
    return closing(
        431,
        "too-many-headers",
        "The headers are too large",
        "at most %d headers in %d bytes are read".formatted(mostHeaders, mostBytes));
  }

  private static HttpRefusal closing(int status, String slug, String title, String detail) {
    return new HttpRefusal(Problem.of(status, slug, title, detail), HeaderValues.CONNECTION_CLOSE);
  }

  static HttpRefusal foreignPage(String detail) {
    return new HttpRefusal(Problem.of(403, "foreign-page", "Not from this page", detail));
  }

  static HttpRefusal wrongMethod(String method, String allowed) {
    return new HttpRefusal(
        Problem.of(
            405, "wrong-method", "Method not allowed", "%s is not possible here".formatted(method)),
        header(HeaderNames.ALLOW, allowed));
  }

  /** A change that was meant for another state than there is. */
  static HttpRefusal changed(String detail) {
    return new HttpRefusal(Problem.of(412, "changed", "It was changed meanwhile", detail));
  }

  static HttpRefusal tooOld() {
    return new HttpRefusal(
        Problem.of(
            426,
            "upgrade-required",
            "HTTP/1.1 is needed",
            "this answer goes on without a known end; ask for it by HTTP/1.1"),
        header(HeaderNames.UPGRADE, "HTTP/1.1"));
  }

  static HttpRefusal notJson() {
    return new HttpRefusal(
        Problem.of(415, "not-json", "Unsupported media type", "send the body as application/json"));
  }

  static HttpRefusal notForm() {
    return new HttpRefusal(
        Problem.of(
            415,
            "not-form",
            "Unsupported media type",
            "send the body as application/x-www-form-urlencoded"));
  }

  static HttpRefusal foreignHost(String host) {
    return new HttpRefusal(
        Problem.of(
            421,
            "foreign-host",
            "Not served under this name",
            "%s is not one of this server's names; see the setting API_HOSTS".formatted(host)));
  }

  /**
   * More than one client may ask for.
   *
   * @param wait until the next is answered, above zero
   */
  public static HttpRefusal tooMany(Duration wait) {
    var seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L));
    return new HttpRefusal(
        Problem.of(
            429,
            "too-many",
            "Too many requests",
            "more than one client may send; try again in %d seconds".formatted(seconds)),
        header(HeaderNames.RETRY_AFTER, Long.toString(seconds)));
  }

  /**
   * More event streams than one client may have.
   *
   * @param wait after which one may have ended
   */
  public static HttpRefusal tooManyStreams(int most, Duration wait) {
    return new HttpRefusal(
        Problem.of(
            429,
            "too-many",
            "Too many requests",
            "one client may have at most %d event streams open".formatted(most)),
        header(HeaderNames.RETRY_AFTER, Long.toString(wait.toSeconds())));
  }

  private static Header header(HeaderName name, String value) {
    return HeaderValues.create(name, value);
  }

  /** What the client is told. */
  public Problem problem() {
    return problem;
  }

  List<Header> headers() {
    return headers;
  }
}
