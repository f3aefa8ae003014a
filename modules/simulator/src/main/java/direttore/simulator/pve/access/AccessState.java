package direttore.simulator.pve.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that access control keeps between starts, as plain records and lists (JSON in, JSON out).
 *
 * @param key the secret that signs tickets, Base64 of at least 32 bytes
 */
public record AccessState(
    String key,
    List<User> users,
    List<Token> tokens,
    List<Group> groups,
    List<Role> roles,
    List<Grant> grants) {

  public AccessState {
    users = List.copyOf(users);
    tokens = List.copyOf(tokens);
    groups = List.copyOf(groups);
    roles = List.copyOf(roles);
    grants = List.copyOf(grants);
  }

  /** The superuser alone, with that password and signing key. */
  public static AccessState initial(String rootPassword, String key) {
    var root = User.enabled(Caller.ROOT.userid()).withPassword(rootPassword);
    return new AccessState(key, List.of(root), List.of(), List.of(), List.of(), List.of());
  }

  /** With the users replaced. */
  AccessState users(List<User> other) {
    return new AccessState(key, other, tokens, groups, roles, grants);
  }

  /** With the tokens replaced. */
  AccessState tokens(List<Token> other) {
    return new AccessState(key, users, other, groups, roles, grants);
  }

  /** With the groups replaced. */
  AccessState groups(List<Group> other) {
    return new AccessState(key, users, tokens, other, roles, grants);
  }

  /** With the custom roles replaced. */
  AccessState roles(List<Role> other) {
    return new AccessState(key, users, tokens, groups, other, grants);
  }

  /** With the access control list replaced. */
  AccessState grants(List<Grant> other) {
    return new AccessState(key, users, tokens, groups, roles, other);
  }

  @Nullable User user(String userid) {
    return users.stream().filter(u -> u.userid.equals(userid)).findFirst().orElse(null);
  }

  @Nullable Token token(String userid, @Nullable String tokenid) {
    return tokens.stream()
        .filter(t -> t.userid.equals(userid) && t.tokenid.equals(tokenid))
        .findFirst()
        .orElse(null);
  }

  @Nullable Group group(String groupid) {
    return groups.stream().filter(g -> g.groupid.equals(groupid)).findFirst().orElse(null);
  }

  /** The groups that the user is in. */
  List<String> groupsOf(String userid) {
    return groups.stream()
        .filter(g -> g.members.contains(userid))
        .map(Group::groupid)
        .sorted()
        .toList();
  }

  /**
   * A user.
   *
   * @param password in clear: it opens nothing but the simulator; null where none was set
   * @param expire seconds since 1970, 0 for never
   */
  public record User(
      String userid,
      @Nullable String password,
      boolean enable,
      long expire,
      @Nullable String firstname,
      @Nullable String lastname,
      @Nullable String email,
      @Nullable String comment,
      @Nullable String keys) {

    static User enabled(String userid) {
      return new User(userid, null, true, 0, null, null, null, null, null);
    }

    User withPassword(String other) {
      return new User(userid, other, enable, expire, firstname, lastname, email, comment, keys);
    }

    String realm() {
      return userid.substring(userid.lastIndexOf('@') + 1);
    }
  }

  /**
   * An API token of a user.
   *
   * @param expire seconds since 1970, 0 for never
   * @param privsep its rights are cut down to those granted to the token itself
   */
  public record Token(
      String userid,
      String tokenid,
      String secret,
      long expire,
      boolean privsep,
      @Nullable String comment) {

    String full() {
      return userid + "!" + tokenid;
    }
  }

  /** A group and its members. */
  public record Group(String groupid, @Nullable String comment, List<String> members) {
    public Group {
      members = List.copyOf(members);
    }
  }

  /** A role that somebody defined. */
  public record Role(String roleid, List<String> privileges) {
    public Role {
      privileges = List.copyOf(privileges);
    }
  }

  /** One entry of the access control list; {@code type} is user, group or token. */
  public record Grant(String path, String type, String ugid, String roleid, boolean propagate) {

    /** The same entry whatever its propagation. */
    boolean sameAs(Grant other) {
      return path.equals(other.path)
          && type.equals(other.type)
          && ugid.equals(other.ugid)
          && roleid.equals(other.roleid);
    }
  }
}
