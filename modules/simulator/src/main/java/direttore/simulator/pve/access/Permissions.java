package direttore.simulator.pve.access;

import direttore.simulator.pve.schema.Privileges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who has which privileges where, computed from one state of the access control list. */
final class Permissions {
  private static final String NO_ACCESS = "NoAccess";
  private static final Map<String, Boolean> EVERYTHING = everything();

  private final AccessState state;
  private final Pools pools;

  Permissions(AccessState state, Pools pools) {
    this.state = state;
    this.pools = pools;
  }

  /** Each privilege that the caller has on the path, with whether it is passed on below. */
  Map<String, Boolean> of(Caller caller, String path) {
    if (caller.isRoot()) {
      return EVERYTHING;
    }
    var tokenid = caller.tokenid();
    if (tokenid == null) {
      return granted("user", caller.userid(), path);
    }
    var token = state.token(caller.userid(), tokenid);
    if (token == null) {
      return Map.of();
    }
    var owner = of(new Caller(caller.userid(), null), path);
    return token.privsep() ? common(granted("token", token.full(), path), owner) : owner;
  }

  private static Map<String, Boolean> everything() {
    var all = new TreeMap<String, Boolean>();
    Privileges.ALL.forEach(p -> all.put(p, true));
    return Collections.unmodifiableMap(all);
  }

  boolean all(Caller caller, String path, List<String> privileges) {
    return of(caller, path).keySet().containsAll(privileges);
  }

  boolean any(Caller caller, String path, List<String> privileges) {
    var had = of(caller, path).keySet();
    return privileges.stream().anyMatch(had::contains);
  }

  private static Map<String, Boolean> common(
      Map<String, Boolean> token, Map<String, Boolean> owner) {
    var both = new TreeMap<String, Boolean>();
    token.forEach((privilege, propagate) -> {
      var owners = owner.get(privilege);
      if (owners != null) {
        both.put(privilege, owners && propagate);
      }
    });
    return both;
  }

  private Map<String, Boolean> granted(String type, String ugid, String path) {
    var roles = withPools(type, ugid, path, roles(type, ugid, path));
    var privileges = new TreeMap<String, Boolean>();
    roles.forEach((role, propagate) -> {
      var known = Roles.privileges(state, role);
      if (known != null) {
        known.forEach(p -> privileges.merge(p, propagate, Boolean::logicalOr));
      }
    });
    return privileges;
  }

  /** Roles from the pools that hold the guest or storage; they are never passed on. */
  private Map<String, Boolean> withPools(
      String type, String ugid, String path, Map<String, Boolean> own) {
    var fromPools = new TreeSet<String>();
    poolsOf(path).forEach(p -> fromPools.addAll(roles(type, ugid, "/pool/" + p).keySet()));
    if (fromPools.isEmpty() || own.containsKey(NO_ACCESS)) {
      return own;
    }
    if (fromPools.contains(NO_ACCESS)) {
      return Map.of(NO_ACCESS, false);
    }
    var roles = new TreeMap<>(own);
    fromPools.forEach(r -> roles.putIfAbsent(r, false));
    return roles;
  }

  private List<String> poolsOf(String path) {
    if (path.matches("/vms/[0-9]{1,9}")) {
      var pool = pools.ofGuest(Integer.parseInt(path.substring("/vms/".length())));
      return pool == null ? List.of() : List.of(pool);
    }
    return path.startsWith("/storage/")
        ? List.copyOf(pools.ofStorage(path.substring("/storage/".length())))
        : List.of();
  }

  /** Roles on a path: the deepest level with an entry wins, a user's entry over a group's. */
  private Map<String, Boolean> roles(String type, String ugid, String path) {
    Map<String, Boolean> roles = Map.of();
    for (var level : levels(path)) {
      var here = rolesAt(type, ugid, level, level.equals(path));
      if (here == null && type.equals("user")) {
        here = groupRolesAt(ugid, level, level.equals(path));
      }
      roles = here == null ? roles : here;
    }
    var none = roles.get(NO_ACCESS);
    return none == null ? roles : Map.of(NO_ACCESS, none);
  }

  private @Nullable Map<String, Boolean> rolesAt(
      String type, String ugid, String level, boolean last) {
    var found = new TreeMap<String, Boolean>();
    for (var grant : state.grants()) {
      if (grant.path().equals(level)
          && grant.type().equals(type)
          && grant.ugid().equals(ugid)
          && (last || grant.propagate())) {
        found.put(grant.roleid(), grant.propagate());
      }
    }
    return found.isEmpty() ? null : found;
  }

  private @Nullable Map<String, Boolean> groupRolesAt(String userid, String level, boolean last) {
    var found = new TreeMap<String, Boolean>();
    for (var group : state.groupsOf(userid)) {
      var roles = rolesAt("group", group, level, last);
      if (roles != null) {
        roles.forEach(found::put);
      }
    }
    return found.isEmpty() ? null : found;
  }

  /** {@code /}, {@code /vms}, {@code /vms/100}. */
  private static List<String> levels(String path) {
    var levels = new ArrayList<>(List.of("/"));
    for (var i = path.indexOf('/', 1); i > 0; i = path.indexOf('/', i + 1)) {
      levels.add(path.substring(0, i));
    }
    if (path.length() > 1) {
      levels.add(path);
    }
    return levels;
  }

  /**
   * The path with single slashes, one in front and none behind; null if it holds odd characters.
   */
  static @Nullable String normal(String path) {
    var slashed = ("/" + path).replaceAll("/+", "/");
    var clean = slashed.length() > 1 ? slashed.replaceAll("/$", "") : slashed;
    return clean.matches("[A-Za-z0-9.\\-_/]+") ? clean : null;
  }
}
