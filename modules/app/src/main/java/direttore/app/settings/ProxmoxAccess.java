package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the program signs in at Proxmox VE. */
public sealed interface ProxmoxAccess {

  /**
   * An API token, as {@code PVEAPIToken=id=secret} carries it.
   *
   * @param id {@code user@realm!name}
   */
  record Token(String id, Secret secret) implements ProxmoxAccess {}

  /**
   * Sign-in by ticket, {@code POST /access/ticket}.
   *
   * @param user {@code user@realm}
   */
  record Password(String user, Secret password) implements ProxmoxAccess {}

  /** The token when there is one, else user and password. */
  static ProxmoxAccess of(Given given) {
    if (given.has(Setting.PROXMOX_TOKEN_ID) || given.has(Setting.PROXMOX_TOKEN_SECRET)) {
      return token(given);
    }
    var password =
        given
            .secret(Setting.PROXMOX_PASSWORD)
            .orElseThrow(() ->
                new WrongSetting(
                    "PROXMOX_HOST is set, so PROXMOX_TOKEN_ID and PROXMOX_TOKEN_SECRET, or"
                        + " PROXMOX_USER and PROXMOX_PASSWORD, must be set too."));
    return new Password(user(given), password);
  }

  private static Token token(Given given) {
    var id =
        given.parsed(
            Setting.PROXMOX_TOKEN_ID,
            "of the form user@realm!name",
            text ->
                matching(text, Pattern.compile("[^\\s:/@]+@[A-Za-z][\\w.-]*![A-Za-z][\\w.-]*")));
    var secret =
        given
            .secret(Setting.PROXMOX_TOKEN_SECRET)
            .orElseThrow(
                () -> given.wrong(Setting.PROXMOX_TOKEN_SECRET, "set with PROXMOX_TOKEN_ID"));
    return new Token(id, secret);
  }

  private static String user(Given given) {
    return given.parsed(
        Setting.PROXMOX_USER,
        "of the form user@realm",
        text -> matching(text, Pattern.compile("[^\\s:/@]+@[A-Za-z][\\w.-]*")));
  }

  private static Optional<String> matching(String text, Pattern form) {
    return form.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
