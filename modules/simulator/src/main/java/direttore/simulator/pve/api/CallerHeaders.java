package direttore.simulator.pve.api;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.http.RequestHead;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who calls from the headers of a request. */
public final class CallerHeaders {
  private static final Pattern TICKET = Pattern.compile("(?:^|\\s)PVEAuthCookie[= ]([^;]*)");
  private static final Set<String> OPEN =
      Set.of(
          "GET /access/domains",
          "GET /access/ticket",
          "POST /access/ticket",
          "POST /access/vncticket",
          "POST /access/openid/login",
          "POST /access/openid/auth-url");

  private final AccessControl access;

  /** Credentials judged by that access control. */
  public CallerHeaders(AccessControl access) {
    this.access = access;
  }

  /** Who calls, or null where the method asks for nobody. */
  @Nullable Caller of(RequestHead head, String path) {
    return OPEN.contains(head.method() + " " + path) ? null : caller(head);
  }

  /** Who calls, by cookie before token. */
  public Caller caller(RequestHead head) {
    var authorization = head.headers().get("Authorization");
    var cookie = ticket(head.headers().get("Cookie"));
    return access.authenticate(
        // Forms with files carry no CSRF token.
        head.isUpload() ? "GET" : head.method(),
        cookie == null ? ticket(authorization) : cookie,
        authorization,
        head.headers().get("CSRFPreventionToken"));
  }

  private static @Nullable String ticket(@Nullable String header) {
    var match = TICKET.matcher(header == null ? "" : header);
    return match.find() ? decoded(match.group(1)) : null;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
