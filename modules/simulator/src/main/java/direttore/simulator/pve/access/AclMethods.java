package direttore.simulator.pve.access;

import direttore.simulator.pve.access.AccessState.Grant;
import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.schema.Privileges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /access/acl}. */
final class AclMethods {
  private static final String NAME = "[A-Za-z0-9._-]+";
  private static final Pattern PATH =
      Pattern.compile(
          String.join(
              "|",
              "/",
              "/access",
              "/access/(groups|realm)(/" + NAME + ")?",
              "/nodes(/" + NAME + ")?",
              "/pool(/" + NAME + "){0,3}",
              "/sdn",
              "/sdn/(controllers|dns|fabrics|ipams|prefix-lists|route-maps)(/[A-Za-z0-9_-]+)?",
              "/sdn/zones(/" + NAME + "(/" + NAME + "(/[1-9][0-9]{0,3})?)?)?",
              "/storage(/" + NAME + ")?",
              "/vms(/[1-9][0-9]{2,})?",
              "/mapping(/" + NAME + "){0,2}"));

  private final AccessControl access;

  AclMethods(AccessControl access) {
    this.access = access;
  }

  /** The entries on the paths whose permissions the caller may change, or all with Sys.Audit. */
  List<Map<String, Object>> list(Caller caller) {
    var state = access.state();
    var check = new RuleCheck(state, access.permissions(), caller, Map.of());
    var audit = access.allows(caller, "/access", "Sys.Audit");
    var rows = new ArrayList<Map<String, Object>>();
    for (var grant : state.grants()) {
      if (audit || check.modifies(grant.path(), true)) {
        rows.add(
            Map.of(
                "path", grant.path(),
                "type", grant.type(),
                "ugid", grant.ugid(),
                "roleid", grant.roleid(),
                "propagate", grant.propagate() ? 1 : 0));
      }
    }
    return rows;
  }

  @Nullable Object update(Caller caller, CallParameters parameters) {
    if (!parameters.has("users") && !parameters.has("groups") && !parameters.has("tokens")) {
      var text = "either 'users', 'groups' or 'tokens' is required.";
      throw new ParameterErrors(Map.of("users", text, "groups", text, "tokens", text));
    }
    var path = path(parameters);
    var propagate = parameters.flag("propagate", true);
    var delete = parameters.flag("delete", false);
    var roles = parameters.list("roles");
    roles.forEach(role -> requireRole(caller, path, role, propagate, delete));
    var named = named(parameters);
    access.change(state -> {
      var grants = new ArrayList<>(state.grants());
      for (var role : roles) {
        for (var one : named) {
          var grant = new Grant(path, one.type(), one.ugid(), role, propagate);
          grants.removeIf(grant::sameAs);
          if (!delete) {
            grants.add(grant);
          }
        }
      }
      return state.grants(grants);
    });
    return null;
  }

  private static String path(CallParameters parameters) {
    var sent = parameters.required("path");
    var path = Permissions.normal(sent);
    var known = path != null && PATH.matcher(path).matches();
    if (path == null || !(known || parameters.flag("delete", false))) {
      throw new ParameterErrors("path", "invalid ACL path '%s'".formatted(sent));
    }
    return path;
  }

  /** Without Permissions.Modify one can hand out only what one has oneself. */
  private void requireRole(
      Caller caller, String path, String role, boolean propagate, boolean delete) {
    var privileges = Roles.privileges(access.state(), role);
    if (privileges == null) {
      throw failed("role '%s' does not exist".formatted(role));
    }
    var had = access.permissions().of(caller, path);
    if (had.containsKey(Privileges.PERMISSIONS_MODIFY)) {
      return;
    }
    var verb = delete ? "remove" : "add";
    if (privileges.isEmpty() || !had.keySet().containsAll(privileges)) {
      throw new ParameterErrors(
          "role",
          "Cannot %s role '%s' - requires 'Permissions.Modify'%s"
              .formatted(verb, role, privileges.isEmpty() ? "" : " or superset of privileges."));
    }
    if (propagate
        && !delete
        && !privileges.stream().allMatch(p -> Boolean.TRUE.equals(had.get(p)))) {
      throw new ParameterErrors(
          "role",
          "Cannot %s role '%s' with propagation - requires 'Permissions.Modify' or propagated superset of privileges."
              .formatted(verb, role));
    }
  }

  private List<Named> named(CallParameters parameters) {
    var state = access.state();
    var found = new ArrayList<Named>();
    for (var group : parameters.list("groups")) {
      if (state.group(group) == null) {
        throw failed("group '%s' does not exist".formatted(group));
      }
      found.add(new Named("group", group));
    }
    for (var user : parameters.list("users")) {
      if (state.user(user) == null) {
        throw failed("user '%s' does not exist".formatted(user));
      }
      found.add(new Named("user", user));
    }
    for (var token : parameters.list("tokens")) {
      var parts = token.split("!", 2);
      if (state.token(parts[0], parts[1]) == null) {
        throw failed("no such token '%s' for user '%s'".formatted(parts[1], parts[0]));
      }
      found.add(new Named("token", token));
    }
    return found;
  }

  private static AccessDenied failed(String text) {
    return AccessDenied.failed("ACL update failed: " + text);
  }

  private record Named(String type, String ugid) {}
}
