package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;

/** Why a request was refused for the way it came over HTTP, not for what it asks. */
@SuppressWarnings("serial") // answered at once, never serialised
final class HttpRefusal extends RuntimeException {
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

  /** A request whose end is in doubt, so that its connection cannot be used again. */
  static HttpRefusal ambiguous(String detail) {
    return new HttpRefusal(
        Problem.of(400, "malformed", "The request cannot be read", detail),
        HeaderValues.CONNECTION_CLOSE);
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

  static HttpRefusal tooLarge(int most) {
    return new HttpRefusal(
        Problem.of(
            413,
            "too-large",
            "The body is too large",
            "at most %d bytes are read".formatted(most)));
  }

  static HttpRefusal notJson() {
    return new HttpRefusal(
        Problem.of(415, "not-json", "Unsupported media type", "send the body as application/json"));
  }

  static HttpRefusal foreignHost(String host) {
    return new HttpRefusal(
        Problem.of(
            421,
            "foreign-host",
            "Not served under this name",
            "%s is not one of this server's names; see the setting API_HOSTS".formatted(host)));
  }

  private static Header header(HeaderName name, String value) {
    return HeaderValues.create(name, value);
  }

  Problem problem() {
    return problem;
  }

  List<Header> headers() {
    return headers;
  }
}
