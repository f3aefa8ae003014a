package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What answers forbid browsers to do with them; the one place that says so. */
public final class SecurityHeaders {
  /** The page of the UI. */
  public static final SecurityHeaders UI =
      new SecurityHeaders(
          // The component library writes its variables into a style element.
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
              + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

  /** The pages that show the contract. */
  public static final SecurityHeaders DOCS =
      new SecurityHeaders(
          // Both viewers write style elements. Redoc searches in a worker.
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src blob:;"
              + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

  /** On every answer: it is what it says, loads nothing, and stands in no frame. */
  static final List<Header> ALWAYS =
      List.of(
          header("X-Content-Type-Options", "nosniff"),
          header(
              "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
          header("Cross-Origin-Resource-Policy", "same-origin"),
          header("Referrer-Policy", "no-referrer"));

  /** On what came encrypted: come so again, for a year (RFC 6797). */
  static final Header ENCRYPTED = header("Strict-Transport-Security", "max-age=31536000");

  private static final List<Header> PAGE =
      List.of(
          header("Cross-Origin-Opener-Policy", "same-origin"),
          header(
              "Permissions-Policy",
              "camera=(), geolocation=(), microphone=(), payment=(), usb=(),"
                  + " serial=(), display-capture=()"),
          header("X-Frame-Options", "DENY"));

  private final Header policy;

  private SecurityHeaders(String policy) {
    this.policy = header("Content-Security-Policy", policy);
  }

  /** Sets what this page may do, and nothing else may. */
  public void set(ServerResponse res) {
    res.header(policy);
    PAGE.forEach(res::header);
  }

  private static Header header(String name, String value) {
    return HeaderValues.createCached(HeaderNames.create(name), value);
  }
}
