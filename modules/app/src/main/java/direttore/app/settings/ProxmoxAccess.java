package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import direttore.proxmox.access.Credentials;

/** How the program signs in at Proxmox VE: by API token when there is one, else by password. */
final class ProxmoxAccess {
  private ProxmoxAccess() {}

  static Credentials of(Given given) {
    return given.has(Setting.PROXMOX_TOKEN_ID) || given.has(Setting.PROXMOX_TOKEN_SECRET)
        ? token(given)
        : login(given);
  }

  private static Credentials token(Given given) {
    var id =
        given
            .text(Setting.PROXMOX_TOKEN_ID)
            .orElseThrow(() -> together(Setting.PROXMOX_TOKEN_ID, Setting.PROXMOX_TOKEN_SECRET));
    var secret =
        given
            .secret(Setting.PROXMOX_TOKEN_SECRET)
            .orElseThrow(() -> together(Setting.PROXMOX_TOKEN_SECRET, Setting.PROXMOX_TOKEN_ID));
    try {
      return new Credentials.ApiToken(id, secret);
    } catch (IllegalArgumentException e) {
      throw given.wrong(Setting.PROXMOX_TOKEN_ID, "of the form user@realm!name");
    }
  }

  private static WrongSetting together(Setting missing, Setting given) {
    return new WrongSetting("%s must be set, because %s is.".formatted(missing, given));
  }

  private static Credentials login(Given given) {
    var password =
        given
            .secret(Setting.PROXMOX_PASSWORD)
            .orElseThrow(() ->
                new WrongSetting(
                    "PROXMOX_HOST is set, so PROXMOX_TOKEN_ID and PROXMOX_TOKEN_SECRET, or"
                        + " PROXMOX_USER and PROXMOX_PASSWORD, must be set too."));
    try {
      return new Credentials.Login(given.required(Setting.PROXMOX_USER), password);
    } catch (IllegalArgumentException e) {
      throw given.wrong(Setting.PROXMOX_USER, "of the form user@realm");
    }
  }
}
