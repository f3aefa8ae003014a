package direttore.simulator.pve.access;

import org.jspecify.annotations.Nullable;

/**
 * Who calls: a user, or an API token of a user.
 *
 * @param userid {@code user@realm}
 * @param tokenid the token's name, or null for the user in person
 */
public record Caller(String userid, @Nullable String tokenid) {

  /** The superuser of every node. */
  public static final Caller ROOT = new Caller("root@pam", null);

  public Caller {
    if (userid.indexOf('@') < 1) {
      throw new IllegalArgumentException(userid + " is not a user id such as root@pam");
    }
  }

  /** {@code user@realm} or {@code user@realm!token}, as UPIDs and logs show it. */
  public String authid() {
    return tokenid == null ? userid : userid + "!" + tokenid;
  }

  /** Is it {@code root@pam} in person, whom no check stops? */
  public boolean isRoot() {
    return equals(ROOT);
  }
}
