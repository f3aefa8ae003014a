package direttore.simulator.pve.access;

import direttore.simulator.pve.access.AccessState.Group;
import direttore.simulator.pve.access.AccessState.User;
import direttore.simulator.pve.schema.CallParameters;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /access/users} and {@code /access/password}. */
final class UserMethods {
  private static final List<String> SEEING = List.of("User.Modify", "Sys.Audit");

  private final AccessControl access;
  private final Login login;

  UserMethods(AccessControl access, Login login) {
    this.access = access;
    this.login = login;
  }

  List<Map<String, Object>> list(Caller caller, CallParameters parameters) {
    var state = access.state();
    var permissions = access.permissions();
    var everybody = permissions.any(caller, "/access/groups", SEEING);
    var mine = new RuleCheck(state, permissions, caller, Map.of()).groupsWith(SEEING);
    var found = new ArrayList<Map<String, Object>>();
    for (var user : state.users()) {
      var visible =
          everybody
              || user.userid().equals(caller.authid())
              || state.groupsOf(user.userid()).stream().anyMatch(mine::contains);
      var wanted = !parameters.has("enabled") || user.enable() == parameters.flag("enabled", true);
      if (visible && wanted) {
        found.add(row(user, parameters.flag("full", false)));
      }
    }
    return found;
  }

  private Map<String, Object> row(User user, boolean full) {
    var row = fields(user);
    row.put("userid", user.userid());
    row.put("realm-type", user.realm());
    if (full) {
      row.put("groups", String.join(",", access.state().groupsOf(user.userid())));
      var tokens = TokenMethods.rows(access.state(), user.userid());
      if (!tokens.isEmpty()) {
        row.put("tokens", tokens);
      }
    }
    return row;
  }

  Map<String, Object> show(String userid) {
    var state = access.state();
    var shown = fields(existing(userid));
    shown.put("groups", state.groupsOf(userid));
    var tokens = new LinkedHashMap<String, Object>();
    state.tokens().stream()
        .filter(t -> t.userid().equals(userid))
        .forEach(t -> tokens.put(t.tokenid(), TokenMethods.fields(t)));
    if (!tokens.isEmpty()) {
      shown.put("tokens", tokens);
    }
    return shown;
  }

  private static Map<String, Object> fields(User user) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("enable", user.enable() ? 1 : 0);
    if (!user.userid().equals(Caller.ROOT.userid())) {
      fields.put("expire", user.expire());
      fields.put("email", user.email() == null ? "" : user.email());
    }
    put(fields, "firstname", user.firstname());
    put(fields, "lastname", user.lastname());
    put(fields, "comment", user.comment());
    put(fields, "keys", user.keys());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, value);
    }
  }

  @Nullable Object create(CallParameters parameters) {
    var userid = parameters.required("userid");
    access.change(state -> {
      if (state.user(userid) != null) {
        throw AccessDenied.failed("create user failed: user '%s' already exists".formatted(userid));
      }
      var fresh = changed(User.enabled(userid), parameters);
      var password = parameters.text("password");
      var users = new ArrayList<>(state.users());
      users.add(password == null ? fresh : fresh.withPassword(password));
      return joined(state.users(users), "create user failed", userid, parameters);
    });
    return null;
  }

  @Nullable Object update(CallParameters parameters) {
    var userid = parameters.required("userid");
    access.change(state -> {
      var old = existing(userid, "update user failed: ");
      var users =
          state.users().stream().map(u -> u.equals(old) ? changed(u, parameters) : u).toList();
      var left =
          parameters.has("groups") && !parameters.flag("append", false)
              ? without(state, userid)
              : state;
      return joined(left.users(users), "update user failed", userid, parameters);
    });
    return null;
  }

  private static User changed(User user, CallParameters p) {
    return new User(
        user.userid(),
        user.password(),
        p.flag("enable", user.enable()),
        p.integer("expire", user.expire()),
        either(p, "firstname", user.firstname()),
        either(p, "lastname", user.lastname()),
        either(p, "email", user.email()),
        either(p, "comment", user.comment()),
        either(p, "keys", user.keys()));
  }

  private static @Nullable String either(
      CallParameters p, String name, @Nullable String otherwise) {
    return p.has(name) ? p.text(name) : otherwise;
  }

  private static AccessState joined(
      AccessState state, String doing, String userid, CallParameters parameters) {
    Set<String> wanted = new HashSet<>(parameters.list("groups"));
    for (var group : wanted) {
      if (state.group(group) == null) {
        throw AccessDenied.failed("%s: no such group '%s'".formatted(doing, group));
      }
    }
    return state.groups(
        state.groups().stream()
            .map(g -> wanted.contains(g.groupid()) ? with(g, userid) : g)
            .toList());
  }

  private static Group with(Group group, String userid) {
    var members = new ArrayList<>(group.members());
    members.remove(userid);
    members.add(userid);
    return new Group(group.groupid(), group.comment(), members);
  }

  private static AccessState without(AccessState state, String userid) {
    return state.groups(
        state.groups().stream()
            .map(g ->
                new Group(
                    g.groupid(),
                    g.comment(),
                    g.members().stream().filter(m -> !m.equals(userid)).toList()))
            .toList());
  }

  @Nullable Object delete(String userid) {
    existing(userid);
    access.change(state ->
        without(state, userid)
            .users(state.users().stream().filter(u -> !u.userid().equals(userid)).toList())
            .tokens(state.tokens().stream().filter(t -> !t.userid().equals(userid)).toList())
            .grants(state.grants().stream().filter(g -> !isOf(g, userid)).toList()));
    return null;
  }

  private static boolean isOf(AccessState.Grant grant, String userid) {
    return grant.ugid().equals(userid) || grant.ugid().startsWith(userid + "!");
  }

  /** Root may set any password, others their own and, with privileges, those of realm pve. */
  @Nullable Object changePassword(Caller caller, CallParameters parameters) {
    var user = existing(parameters.required("userid"));
    if (!caller.isRoot()) {
      confirm(caller, user, parameters.text("confirmation-password"));
    }
    var password = parameters.required("password");
    access.change(state ->
        state.users(
            state.users().stream()
                .map(u -> u.userid().equals(user.userid()) ? u.withPassword(password) : u)
                .toList()));
    return null;
  }

  private void confirm(Caller caller, User user, @Nullable String password) {
    if (user.userid().equals(Caller.ROOT.userid())) {
      throw AccessDenied.forbidden("");
    }
    if (password == null) {
      throw new ParameterErrors("confirmation-password", "password is required to modify user");
    }
    if (!login.isPassword(caller.userid(), password)) {
      throw AccessDenied.failed("invalid credentials");
    }
    if (!user.userid().equals(caller.userid()) && user.realm().equals("pam")) {
      throw AccessDenied.forbidden("");
    }
  }

  private User existing(String userid) {
    return existing(userid, "");
  }

  private User existing(String userid, String doing) {
    var user = access.state().user(userid);
    if (user == null) {
      throw AccessDenied.failed("%sno such user ('%s')".formatted(doing, userid));
    }
    return user;
  }
}
