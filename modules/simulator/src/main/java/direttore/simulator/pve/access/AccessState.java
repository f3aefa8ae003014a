package direttore.simulator.pve.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that access control keeps between starts, as plain records and lists (JSON in, JSON out).
 *
 * @param key the secret that signs tickets, Base64
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
    var root = new User("root@pam", rootPassword, true, 0, null, null, null, null, null);
    return new AccessState(key, List.of(root), List.of(), List.of(), List.of(), List.of());
  }

  /**
   * A user.
   *
   * @param password in clear: these are fakes; null where none was set
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
      @Nullable String keys) {}

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
      @Nullable String comment) {}

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
  public record Grant(String path, String type, String ugid, String roleid, boolean propagate) {}
}
