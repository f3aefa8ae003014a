package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.MethodSpec;
import direttore.simulator.pve.schema.Privileges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The methods below {@code /access}, found by verb and template. */
final class AccessMethods {
  private static final List<String> TOP_LEVEL =
      List.of("/", "/access", "/access/groups", "/nodes", "/pool", "/sdn", "/storage", "/vms");

  private final AccessControl access;
  private final Pools pools;
  private final Login login;
  private final Map<String, BiFunction<Caller, CallParameters, @Nullable Object>> table =
      new HashMap<>();

  AccessMethods(AccessControl access, Pools pools, Supplier<String> secrets, Login login) {
    this.access = access;
    this.pools = pools;
    this.login = login;
    var users = new UserMethods(access, login);
    var tokens = new TokenMethods(access, secrets);
    var groups = new GroupMethods(access);
    var roles = new RoleMethods(access);
    var acl = new AclMethods(access);
    table.put("GET /access", (c, p) -> index());
    table.put("GET /access/ticket", (c, p) -> null);
    table.put("GET /access/domains", (c, p) -> domains());
    table.put("GET /access/domains/{realm}", (c, p) -> domain(p.required("realm")));
    table.put("GET /access/permissions", this::permissions);
    table.put("PUT /access/password", users::changePassword);
    table.put("GET /access/users", users::list);
    table.put("POST /access/users", (c, p) -> users.create(p));
    table.put("GET /access/users/{userid}", (c, p) -> users.show(p.required("userid")));
    table.put("PUT /access/users/{userid}", (c, p) -> users.update(p));
    table.put("DELETE /access/users/{userid}", (c, p) -> users.delete(p.required("userid")));
    table.put("GET /access/users/{userid}/token", (c, p) -> tokens.list(p.required("userid")));
    table.put("GET /access/users/{userid}/token/{tokenid}", (c, p) -> tokens.show(p));
    table.put("POST /access/users/{userid}/token/{tokenid}", (c, p) -> tokens.create(p));
    table.put("PUT /access/users/{userid}/token/{tokenid}", (c, p) -> tokens.update(p));
    table.put("DELETE /access/users/{userid}/token/{tokenid}", (c, p) -> tokens.delete(p));
    table.put("GET /access/groups", (c, p) -> groups.list(c));
    table.put("POST /access/groups", (c, p) -> groups.create(p));
    table.put("GET /access/groups/{groupid}", (c, p) -> groups.show(p.required("groupid")));
    table.put("PUT /access/groups/{groupid}", (c, p) -> groups.update(p));
    table.put("DELETE /access/groups/{groupid}", (c, p) -> groups.delete(p.required("groupid")));
    table.put("GET /access/roles", (c, p) -> roles.list());
    table.put("POST /access/roles", (c, p) -> roles.create(p));
    table.put("GET /access/roles/{roleid}", (c, p) -> roles.show(p.required("roleid")));
    table.put("PUT /access/roles/{roleid}", (c, p) -> roles.update(p));
    table.put("DELETE /access/roles/{roleid}", (c, p) -> roles.delete(p.required("roleid")));
    table.put("GET /access/acl", (c, p) -> acl.list(c));
    table.put("PUT /access/acl", acl::update);
  }

  @Nullable Object answer(MethodSpec method, @Nullable Caller caller, CallParameters parameters) {
    var name = method.verb() + " " + method.template();
    return switch (name) {
      case "POST /access/ticket" -> login.answer(parameters, pools.clusterName());
      case "POST /access/vncticket" -> {
        login.verifyConsole(parameters);
        yield null;
      }
      default -> {
        var found = Objects.requireNonNull(table.get(name), name);
        // The methods open to all do not ask who calls.
        yield found.apply(caller == null ? Caller.ROOT : caller, parameters);
      }
    };
  }

  private static List<Map<String, Object>> index() {
    return List.of(
            "users", "groups", "roles", "acl", "domains", "openid", "tfa", "ticket", "password")
        .stream()
        .map(s -> Map.<String, Object>of("subdir", s))
        .toList();
  }

  private static List<Map<String, Object>> domains() {
    return List.of(
        Map.of("realm", "pam", "type", "pam", "comment", "Linux PAM standard authentication"),
        Map.of("realm", "pve", "type", "pve", "comment", "Proxmox VE authentication server"));
  }

  private static Map<String, Object> domain(String realm) {
    return domains().stream()
        .filter(d -> realm.equals(d.get("realm")))
        .findFirst()
        .map(d -> {
          var shown = new HashMap<>(d);
          shown.remove("realm");
          return Map.copyOf(shown);
        })
        .orElseThrow(() -> AccessDenied.failed("domain '%s' does not exist".formatted(realm)));
  }

  /** {@code GET /access/permissions}: of oneself, one's tokens, or with Sys.Audit of anybody. */
  private Map<String, Object> permissions(Caller caller, CallParameters parameters) {
    var wanted = parameters.text("userid", caller.authid());
    var bang = wanted.indexOf('!');
    var whose =
        bang < 0
            ? new Caller(wanted, null)
            : new Caller(wanted.substring(0, bang), wanted.substring(bang + 1));
    if (!whose.equals(caller) && !(bang > 0 && caller.authid().equals(whose.userid()))) {
      access.require(caller, "/access", "Sys.Audit");
    }
    var path = parameters.text("path");
    if (path != null) {
      return Map.of(path, numbers(whose, path));
    }
    var all = new TreeMap<String, Object>();
    for (var one : paths()) {
      var privileges = numbers(whose, one);
      if (!privileges.isEmpty()) {
        all.put(one, privileges);
      }
    }
    return all;
  }

  private List<String> paths() {
    var paths = new TreeSet<>(TOP_LEVEL);
    access.state().grants().forEach(g -> paths.add(g.path()));
    pools.names().forEach(pool -> paths.addAll(pools.members(pool)));
    return new ArrayList<>(paths);
  }

  private Map<String, Integer> numbers(Caller whose, String path) {
    var numbers = new TreeMap<String, Integer>();
    access
        .permissions()
        .of(whose, path)
        .forEach((p, propagate) -> numbers.put(p, propagate ? 1 : 0));
    numbers.keySet().retainAll(Privileges.ALL);
    return numbers;
  }
}
