package direttore.simulator.pve.access;

import direttore.simulator.pve.access.AccessState.Role;
import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /access/roles}. */
final class RoleMethods {
  private final AccessControl access;

  RoleMethods(AccessControl access) {
    this.access = access;
  }

  List<Map<String, Object>> list() {
    var rows = new ArrayList<Map<String, Object>>();
    Roles.builtIn().forEach((roleid, privileges) -> rows.add(row(roleid, privileges, 1)));
    for (var role : access.state().roles()) {
      rows.add(row(role.roleid(), new TreeSet<>(role.privileges()), 0));
    }
    return rows;
  }

  private static Map<String, Object> row(String roleid, SortedSet<String> privileges, int special) {
    return Map.of("roleid", roleid, "privs", String.join(",", privileges), "special", special);
  }

  Map<String, Object> show(String roleid) {
    var privileges = Roles.privileges(access.state(), roleid);
    if (privileges == null) {
      throw AccessDenied.failed("role '%s' does not exist".formatted(roleid));
    }
    var shown = new TreeMap<String, Object>();
    privileges.forEach(p -> shown.put(p, 1));
    return shown;
  }

  @Nullable Object create(CallParameters parameters) {
    var roleid = parameters.required("roleid");
    if (roleid.toUpperCase(Locale.ROOT).startsWith("PVE")) {
      throw new ParameterErrors(
          "roleid", "cannot use role ID starting with the (case-insensitive) 'PVE' namespace");
    }
    access.change(state -> {
      if (Roles.privileges(state, roleid) != null) {
        throw AccessDenied.failed("create role failed: role '%s' already exists".formatted(roleid));
      }
      var roles = new ArrayList<>(state.roles());
      roles.add(new Role(roleid, parameters.list("privs")));
      return state.roles(roles);
    });
    return null;
  }

  @Nullable Object update(CallParameters parameters) {
    var roleid = parameters.required("roleid");
    requireCustom(roleid, "modified", "update");
    access.change(state ->
        state.roles(
            state.roles().stream()
                .map(r -> r.roleid().equals(roleid) ? changed(r, parameters) : r)
                .toList()));
    return null;
  }

  private static Role changed(Role role, CallParameters parameters) {
    var privileges =
        new TreeSet<>(parameters.flag("append", false) ? role.privileges() : List.of());
    privileges.addAll(parameters.list("privs"));
    return new Role(role.roleid(), List.copyOf(privileges));
  }

  @Nullable Object delete(String roleid) {
    requireCustom(roleid, "deleted", "delete");
    access.change(
        s -> s.roles(s.roles().stream().filter(r -> !r.roleid().equals(roleid)).toList()));
    return null;
  }

  private void requireCustom(String roleid, String done, String doing) {
    if (Roles.isBuiltIn(roleid)) {
      throw AccessDenied.failed("auto-generated role '%s' cannot be %s".formatted(roleid, done));
    }
    if (Roles.privileges(access.state(), roleid) == null) {
      throw AccessDenied.failed(
          "%s role failed: role '%s' does not exist".formatted(doing, roleid));
    }
  }
}
