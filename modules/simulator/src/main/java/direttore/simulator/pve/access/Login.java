package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.Privileges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code POST /access/ticket}: a password, or a ticket that still lives, for a new ticket. */
final class Login {
  private static final List<String> ALWAYS_ASKED =
      List.of("/", "/nodes", "/access/groups", "/vms", "/storage", "/sdn", "/mapping");

  private final AccessControl access;
  private final TicketSigner tickets;

  Login(AccessControl access, TicketSigner tickets) {
    this.access = access;
    this.tickets = tickets;
  }

  /** The answer of a login; wrong in whatever way, it is the same refusal. */
  Map<String, Object> answer(CallParameters parameters, @Nullable String clusterName) {
    var realm = parameters.text("realm");
    var userid = parameters.required("username") + (realm == null ? "" : "@" + realm);
    if (!access.isEnabled(userid) || !proves(userid, parameters.required("password"))) {
      throw AccessDenied.wrongPassword();
    }
    var caller = new Caller(userid, null);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("username", userid);
    if (parameters.has("path") && parameters.has("privs")) {
      verify(caller, parameters);
    } else {
      answer.put("ticket", tickets.issue(userid));
      answer.put("CSRFPreventionToken", tickets.csrf(userid));
    }
    answer.put("cap", capabilities(caller));
    if (clusterName != null && access.allows(caller, "/", "Sys.Audit")) {
      answer.put("clustername", clusterName);
    }
    return answer;
  }

  /** A ticket of the user, or of root@pam for anybody, or the password. */
  private boolean proves(String userid, String password) {
    var ticketUser = tickets.userOf(password);
    return ticketUser != null
        ? ticketUser.equals(userid) || ticketUser.equals(Caller.ROOT.userid())
        : isPassword(userid, password);
  }

  boolean isPassword(String userid, String password) {
    var user = access.state().user(userid);
    return user != null && !password.isEmpty() && password.equals(user.password());
  }

  private void verify(Caller caller, CallParameters parameters) {
    var path = Permissions.normal(parameters.required("path"));
    if (path == null || !access.permissions().all(caller, path, parameters.list("privs"))) {
      throw AccessDenied.wrongPassword();
    }
  }

  /** {@code POST /access/vncticket}: is the console ticket good, and the caller entitled? */
  void verifyConsole(CallParameters parameters) {
    var authid = parameters.required("authid");
    var bang = authid.indexOf('!');
    var caller =
        bang < 0
            ? new Caller(authid, null)
            : new Caller(authid.substring(0, bang), authid.substring(bang + 1));
    var port = (int) parameters.integer("port", 0);
    if (!access.isConsoleTicket(
        parameters.required("vncticket"), caller, parameters.required("path"), port)) {
      throw AccessDenied.wrongPassword();
    }
    verify(caller, parameters);
  }

  /** {@code compute_api_permission}: what the caller can do somewhere, by area. */
  private Map<String, Object> capabilities(Caller caller) {
    var areas = new TreeMap<String, Map<String, Integer>>();
    List.of("access", "dc", "mapping", "nodes", "sdn", "storage", "vms")
        .forEach(area -> areas.put(area, new TreeMap<>()));
    var paths = new TreeSet<>(ALWAYS_ASKED);
    access.state().grants().forEach(g -> paths.add(g.path()));
    for (var path : paths) {
      var top = path.equals("/") ? "dc" : path.substring(1).split("/", 2)[0];
      for (var privilege : access.permissions().of(caller, path).keySet()) {
        for (var area : top.equals("pool") ? List.of("vms", "storage") : List.of(top)) {
          var found = areas.get(area);
          if (found != null && belongs(area).test(privilege)) {
            found.put(privilege, 1);
          }
        }
      }
    }
    return new TreeMap<>(areas);
  }

  private static Predicate<String> belongs(String area) {
    return switch (area) {
      case "vms" -> p -> p.startsWith("VM.") || p.equals(Privileges.PERMISSIONS_MODIFY);
      case "access" ->
          p ->
              p.startsWith("User.")
                  || p.startsWith("Group.")
                  || p.equals(Privileges.PERMISSIONS_MODIFY);
      case "storage" -> p -> p.startsWith("Datastore.") || p.equals(Privileges.PERMISSIONS_MODIFY);
      case "nodes" -> p -> p.startsWith("Sys.") || p.equals(Privileges.PERMISSIONS_MODIFY);
      case "sdn" -> p -> p.startsWith("SDN.") || p.equals(Privileges.PERMISSIONS_MODIFY);
      case "mapping" -> p -> p.startsWith("Mapping.") || p.equals(Privileges.PERMISSIONS_MODIFY);
      default -> p -> p.equals("Sys.Audit") || p.equals("Sys.Modify") || p.startsWith("SDN.");
    };
  }
}
