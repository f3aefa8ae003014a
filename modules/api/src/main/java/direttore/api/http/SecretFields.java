package direttore.api.http;

import direttore.domain.guest.GuestSecrets;

/** Reads what opens a guest: {@code password} and {@code ssh_keys}. */
public final class SecretFields {
  private SecretFields() {}

  /** The secrets; {@link GuestSecrets#NONE} when they are wrong, which is noted. */
  public static GuestSecrets read(Fields fields) {
    var password = fields.text("password");
    var keys = fields.texts("ssh_keys", "\\R");
    var secrets = fields.whole(() -> new GuestSecrets(password, keys));
    return secrets == null ? GuestSecrets.NONE : secrets;
  }
}
