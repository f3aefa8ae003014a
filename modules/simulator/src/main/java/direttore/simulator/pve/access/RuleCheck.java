package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.Rule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges one caller by permission rules, as {@code PVE::RPCEnvironment::exec_api2_perm_check} does:
 * a rule that fails quietly answers false, else it refuses.
 */
final class RuleCheck {
  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

  private final AccessState state;
  private final Permissions permissions;
  private final Caller caller;
  private final Map<String, ?> parameters;

  RuleCheck(AccessState state, Permissions permissions, Caller caller, Map<String, ?> parameters) {
    this.state = state;
    this.permissions = permissions;
    this.caller = caller;
    this.parameters = parameters;
  }

  /** Refuses unless the rule holds. */
  void require(Rule rule) {
    if (!caller.isRoot() && !holds(rule, false)) {
      throw AccessDenied.forbidden("");
    }
  }

  private boolean holds(Rule rule, boolean quiet) {
    return switch (rule) {
      case Rule.World world -> true;
      case Rule.All all -> true;
      case Rule.Root root -> refused(quiet, "user != root@pam");
      case Rule.OnPath wanted -> privileges(wanted, quiet);
      case Rule.ModifyPermissions modify -> modifies(replaced(modify.path()), quiet);
      case Rule.Self self -> exists(quiet) && (isSelf() || refused(quiet, ""));
      case Rule.OnRealm realm -> check(realmPath(), List.of(realm.privilege()), false, quiet);
      case Rule.OnGroups groups -> onGroups(groups, quiet);
      // Proxmox VE's "and" is never quiet, even within an "or".
      case Rule.And and -> and.parts().stream().allMatch(part -> holds(part, false));
      case Rule.Or or ->
          or.parts().stream().anyMatch(part -> holds(part, true)) || refused(quiet, "");
    };
  }

  private boolean privileges(Rule.OnPath wanted, boolean quiet) {
    var needed = wanted.onlyWith();
    if (needed != null && !parameters.containsKey(needed)) {
      return refused(quiet, "");
    }
    return check(replaced(wanted.path()), wanted.privileges(), wanted.any(), quiet);
  }

  private boolean check(String path, List<String> privileges, boolean any, boolean quiet) {
    var had = permissions.of(caller, path).keySet();
    if (any) {
      return privileges.stream().anyMatch(had::contains)
          || refused(quiet, path + ", " + String.join("|", privileges));
    }
    for (var privilege : privileges) {
      if (!had.contains(privilege)) {
        return refused(quiet, path + ", " + privilege);
      }
    }
    return true;
  }

  /** {@code check_perm_modify}: who may allocate guests, storages or pools may share them. */
  boolean modifies(String path, boolean quiet) {
    var kind =
        path.startsWith("/storage/")
            ? "Datastore.Allocate"
            : path.startsWith("/vms/")
                ? "VM.Allocate"
                : path.startsWith("/pool/") ? "Pool.Allocate" : null;
    var enough = kind == null ? List.of("Permissions.Modify") : List.of("Permissions.Modify", kind);
    return check(path, enough, true, quiet);
  }

  private boolean onGroups(Rule.OnGroups rule, boolean quiet) {
    var existing = rule.groups() != Rule.Groups.CREATE;
    if (existing && !exists(quiet)) {
      return false;
    }
    if (permissions.any(caller, "/access/groups", rule.privileges())) {
      return true;
    }
    var mine = groupsWith(rule.privileges());
    if (rule.groups() != Rule.Groups.IGNORED) {
      requireGroups(mine, String.join("|", rule.privileges()));
    }
    var members = new HashSet<String>();
    state.groups().stream()
        .filter(g -> mine.contains(g.groupid()))
        .forEach(g -> members.addAll(g.members()));
    return !existing || members.contains(userid()) || refused(quiet, "");
  }

  private void requireGroups(Set<String> mine, String privileges) {
    var wanted = Arrays.stream(text("groups").split("[,;\\s]+")).filter(g -> !g.isEmpty()).toList();
    if (wanted.isEmpty()) {
      throw forbidden("/access/groups, " + privileges);
    }
    for (var group : wanted) {
      if (!mine.contains(group)) {
        throw forbidden("/access/groups/%s, %s".formatted(group, privileges));
      }
    }
  }

  /** The groups on which the caller has one of the privileges. */
  Set<String> groupsWith(List<String> privileges) {
    var found = new HashSet<String>();
    for (var group : state.groups()) {
      if (permissions.any(caller, "/access/groups/" + group.groupid(), privileges)) {
        found.add(group.groupid());
      }
    }
    return found;
  }

  private boolean exists(boolean quiet) {
    if (state.user(userid()) != null) {
      return true;
    }
    if (quiet) {
      return false;
    }
    throw AccessDenied.failed("no such user ('%s')".formatted(userid()));
  }

  private boolean isSelf() {
    return caller.authid().equals(userid());
  }

  private String realmPath() {
    return "/access/realm/" + userid().substring(userid().lastIndexOf('@') + 1);
  }

  private String userid() {
    return text("userid");
  }

  private String text(String name) {
    var value = parameters.get(name);
    return value == null ? "" : value.toString();
  }

  private String replaced(String template) {
    var path = NAME.matcher(template).replaceAll(m -> text(m.group(1)));
    var normal = Permissions.normal(path);
    return normal == null ? "/" : normal;
  }

  private static boolean refused(boolean quiet, String detail) {
    if (quiet) {
      return false;
    }
    throw detail.isEmpty() ? AccessDenied.forbidden("") : forbidden(detail);
  }

  private static AccessDenied forbidden(String detail) {
    return AccessDenied.forbidden(" (" + detail + ")");
  }
}
