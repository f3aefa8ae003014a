package direttore.proxmox.access;

import java.util.regex.Pattern;

/** What proves who Direttore is. Never prints its secret. */
public sealed interface Credentials {

  /**
   * An API token, which needs no login and no renewal.
   *
   * @param id {@code user@realm!name}; the user's own name may hold {@code @}, as an e-mail address
   * @param secret the UUID that Proxmox showed once
   */
  record ApiToken(String id, String secret) implements Credentials {
    private static final Pattern ID =
        Pattern.compile("[^\\s:/]+@[A-Za-z][A-Za-z0-9.\\-_]+![A-Za-z][A-Za-z0-9.\\-_]*");

    public ApiToken {
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "%s is no API token id: must be user@realm!name".formatted(id));
      }
      if (secret.isBlank()) {
        throw new IllegalArgumentException("the secret of API token %s is missing".formatted(id));
      }
    }

    @Override
    public String toString() {
      return "API token " + id;
    }
  }

  /**
   * A user and password, exchanged for a ticket that lives two hours.
   *
   * @param user {@code name@realm}
   */
  record Login(String user, String password) implements Credentials {
    public Login {
      if (!user.matches("[^\\s:/]+@[A-Za-z][A-Za-z0-9.\\-_]+")) {
        throw new IllegalArgumentException(
            "%s is no Proxmox user: must be name@realm, such as root@pam".formatted(user));
      }
      if (password.isEmpty()) {
        throw new IllegalArgumentException("the password of %s is missing".formatted(user));
      }
    }

    @Override
    public String toString() {
      return "login of " + user;
    }
  }
}
