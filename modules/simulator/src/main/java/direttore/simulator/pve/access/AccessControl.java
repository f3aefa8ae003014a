package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.MethodSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Access control of the cluster: who calls, and what may they do. Safe for many threads. */
public final class AccessControl {
  private static final Pattern API_TOKEN =
      Pattern.compile("(?:^|\\s)PVEAPIToken[= ](?<user>[^!;]+)!(?<token>[^=;]+)=(?<secret>[^;]+)");

  private final Clock clock;
  private final Pools pools;
  private final TicketSigner tickets;
  private final AccessMethods methods;
  private volatile AccessState state;

  /**
   * Access control that goes on from a kept state.
   *
   * @param secrets makes the secret of a new token (a random UUID)
   */
  public AccessControl(Clock clock, Pools pools, Supplier<String> secrets, AccessState state) {
    this.clock = clock;
    this.pools = pools;
    this.state = state;
    this.tickets = new TicketSigner(clock, state.key());
    this.methods = new AccessMethods(this, pools, secrets, new Login(this, tickets));
  }

  /**
   * Who calls, by what the request shows.
   *
   * @param cookie the value of {@code PVEAuthCookie}, URL-decoded
   * @param authorization the header {@code Authorization}
   * @param csrf the header {@code CSRFPreventionToken}
   * @throws AccessDenied 401
   */
  public Caller authenticate(
      String verb, @Nullable String cookie, @Nullable String authorization, @Nullable String csrf) {
    var token = API_TOKEN.matcher(authorization == null ? "" : authorization);
    if ((cookie == null || cookie.isEmpty()) && token.find()) {
      return byToken(token.group("user"), token.group("token"), token.group("secret"));
    }
    if (cookie == null || cookie.isEmpty()) {
      throw AccessDenied.unauthenticated(
          String.valueOf(authorization).contains("PVEAPIToken")
              ? "Authentication failed!"
              : "No ticket");
    }
    var userid = tickets.userOf(cookie);
    if (userid == null || !isEnabled(userid)) {
      throw AccessDenied.unauthenticated("Authentication failed!");
    }
    if (!verb.equals("GET") && !tickets.isCsrf(userid, csrf)) {
      throw AccessDenied.unauthenticated("Permission denied - invalid csrf token");
    }
    return new Caller(userid, null);
  }

  private Caller byToken(String userid, String tokenid, String secret) {
    var token = state.token(userid, tokenid);
    if (token == null
        || !isEnabled(userid)
        || isPast(token.expire())
        || !token.secret().equals(secret)) {
      throw AccessDenied.unauthenticated("Authentication failed!");
    }
    return new Caller(userid, tokenid);
  }

  /** Is the user there, enabled and not expired? */
  boolean isEnabled(String userid) {
    var user = state.user(userid);
    return user != null && user.enable() && !isPast(user.expire());
  }

  private boolean isPast(long expire) {
    return expire > 0 && expire < clock.instant().getEpochSecond();
  }

  /**
   * Checks that the caller may call the method: tokens allowed, then the permission rule.
   *
   * @param parameters path, query and body parameters as sent, not yet validated
   * @throws AccessDenied 403
   */
  public void authorize(MethodSpec method, Caller caller, Map<String, ?> parameters) {
    if (caller.tokenid() != null && !method.tokenAllowed()) {
      throw AccessDenied.forbidden(
          " (URI '%s' not available with API token, need proper ticket.\n)"
              .formatted(uri(method, parameters)));
    }
    var now = state;
    new RuleCheck(now, new Permissions(now, pools), caller, parameters)
        .require(method.permission());
  }

  private static String uri(MethodSpec method, Map<String, ?> parameters) {
    var uri = method.template();
    for (var parameter : parameters.entrySet()) {
      uri = uri.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
    }
    return uri;
  }

  /** Has the caller all these privileges on that access path ({@code /vms/100})? */
  public boolean allows(Caller caller, String path, String... privileges) {
    return permissions().all(caller, path, List.of(privileges));
  }

  /** Has the caller one of these privileges on that access path? */
  public boolean allowsAny(Caller caller, String path, String... privileges) {
    return permissions().any(caller, path, List.of(privileges));
  }

  /**
   * Checks further privileges from within a method.
   *
   * @throws AccessDenied 403 naming path and the first privilege that is missing
   */
  public void require(Caller caller, String path, String... privileges) {
    for (var privilege : privileges) {
      if (!allows(caller, path, privilege)) {
        throw AccessDenied.forbidden(" (%s, %s)".formatted(path, privilege));
      }
    }
  }

  /**
   * Checks from within a method that the caller has one of these privileges.
   *
   * @throws AccessDenied 403 naming path and privileges
   */
  public void requireAny(Caller caller, String path, String... privileges) {
    if (!allowsAny(caller, path, privileges)) {
      throw AccessDenied.forbidden(" (%s, %s)".formatted(path, String.join("|", privileges)));
    }
  }

  /**
   * Checks from within a method that the caller may hand out permissions on the path.
   *
   * @throws AccessDenied 403 naming path and privileges
   */
  public void requireModify(Caller caller, String path) {
    if (!caller.isRoot()) {
      new RuleCheck(state, permissions(), caller, Map.of()).modifies(path, false);
    }
  }

  /** The refusal of a method that checks by rules of its own and names nothing. */
  public static AccessDenied refusal() {
    return AccessDenied.forbidden("");
  }

  /**
   * Carries out a method below {@code /access}.
   *
   * @param caller who calls; null only for the methods open to all
   * @return what stands under {@code data}: maps, lists, strings, numbers or null
   * @throws AccessDenied 401, 403 or 500
   */
  public @Nullable Object answer(
      MethodSpec method, @Nullable Caller caller, CallParameters parameters) {
    return methods.answer(method, caller, parameters);
  }

  /**
   * A ticket for a console at that access path, bound to the caller and the port; good for 40 s.
   */
  public String consoleTicket(Caller caller, String path, int port) {
    return tickets.console(caller.authid(), path, port);
  }

  /** Is it such a ticket, still good? */
  public boolean isConsoleTicket(String ticket, Caller caller, String path, int port) {
    return tickets.isConsole(ticket, caller.authid(), path, port);
  }

  /** Forgets the permissions granted on a guest or storage that is gone ({@code /vms/100}). */
  public void forget(String path) {
    change(s -> s.grants(s.grants().stream().filter(g -> !g.path().equals(path)).toList()));
  }

  Permissions permissions() {
    return new Permissions(state, pools);
  }

  /** Replaces the state by one made from it, one change at a time. */
  synchronized void change(UnaryOperator<AccessState> change) {
    state = change.apply(state);
  }

  /** Everything, to be kept. */
  public AccessState state() {
    return state;
  }
}
