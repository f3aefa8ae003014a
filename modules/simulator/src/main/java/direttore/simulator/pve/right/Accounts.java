package direttore.simulator.pve.right;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.journal.Journal;
import direttore.simulator.pve.access.AccessState;
import direttore.simulator.pve.access.AccessState.Grant;
import direttore.simulator.pve.access.AccessState.Token;
import direttore.simulator.pve.access.AccessState.User;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Who can sign in to a simulator: the users of a new lab, or those kept. */
public final class Accounts {
  private static final int KEY_BYTES = 32;

  private Accounts() {}

  /**
   * The accounts that the journal kept, with root's password and token as they are wanted now; or
   * root, his token {@code direttore} and one user for each of three roles.
   */
  public static AccessState load(Journal journal, String rootPassword, String tokenSecret) {
    Map<String, JsonNode> rows = journal.take("access");
    var kept = rows.get("state");
    var state = kept == null ? fresh() : journal.value(kept, AccessState.class);
    return withRoot(state, rootPassword, tokenSecret);
  }

  private static AccessState fresh() {
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    var state = AccessState.initial("", Base64.getEncoder().encodeToString(key));
    var users = new ArrayList<>(state.users());
    users.add(user("admin@pve", "Administrator of guests"));
    users.add(user("student@pve", "Uses the guests of the course"));
    users.add(user("auditor@pve", "Looks, touches nothing"));
    var grants =
        List.of(
            new Grant("/", "user", "admin@pve", "PVEAdmin", true),
            new Grant("/pool/course", "user", "student@pve", "PVEVMUser", true),
            new Grant("/", "user", "auditor@pve", "PVEAuditor", true));
    return new AccessState(
        state.key(), users, state.tokens(), state.groups(), state.roles(), grants);
  }

  private static User user(String id, String comment) {
    return new User(id, "direttore", true, 0, null, null, null, comment, null);
  }

  private static AccessState withRoot(AccessState state, String password, String secret) {
    var users = new ArrayList<>(state.users());
    users.removeIf(u -> u.userid().equals("root@pam"));
    users.addFirst(new User("root@pam", password, true, 0, null, null, null, null, null));
    var tokens = new ArrayList<>(state.tokens());
    tokens.removeIf(t -> t.userid().equals("root@pam") && t.tokenid().equals("direttore"));
    tokens.add(new Token("root@pam", "direttore", secret, 0, false, null));
    return new AccessState(
        state.key(), users, tokens, state.groups(), state.roles(), state.grants());
  }
}
