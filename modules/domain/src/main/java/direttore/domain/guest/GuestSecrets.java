package direttore.domain.guest;

import direttore.domain.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a new guest must not show to anyone else: its password and the keys that open it. Held apart
 * from the operation's request, encrypted, and forgotten when the operation ends.
 */
public record GuestSecrets(@Nullable String password, List<String> sshKeys) {
  /** A guest without password and keys. */
  public static final GuestSecrets NONE = new GuestSecrets(null, List.of());

  private static final int SHORTEST_PASSWORD = 5;

  private static final String OPTION = "[A-Za-z0-9-]+(=\"([^\"\\\\\\v]|\\\\.)*+\")?+";

  /** A line of authorized_keys (sshd(8)); its options, where there are any, come first. */
  private static final Pattern KEY =
      Pattern.compile(
          "(%s(,%s)*+[ \\t]+)?".formatted(OPTION, OPTION)
              + "(ssh|ecdsa|sk)-[a-z0-9@.-]+[ \\t]+[A-Za-z0-9+/=]+([ \\t][^\\v]*)?");

  public GuestSecrets {
    sshKeys = List.copyOf(sshKeys);
    var wrong = new Violations();
    if (password != null && password.length() < SHORTEST_PASSWORD) {
      wrong.add("password", "must have at least %d characters".formatted(SHORTEST_PASSWORD));
    }
    for (int i = 0; i < sshKeys.size(); i++) {
      if (!KEY.matcher(sshKeys.get(i)).matches()) {
        wrong.add("ssh_keys[%d]".formatted(i), "must be an OpenSSH public key on one line");
      }
    }
    wrong.refuseIfAny();
  }

  /** The names of the fields that are set, as in requests. */
  public List<String> names() {
    var names = new ArrayList<String>();
    if (password != null) {
      names.add("password");
    }
    if (!sshKeys.isEmpty()) {
      names.add("ssh_keys");
    }
    return List.copyOf(names);
  }

  public boolean none() {
    return equals(NONE);
  }

  @Override
  public String toString() {
    return none() ? "no secrets" : "secrets";
  }
}
