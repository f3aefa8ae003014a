package direttore.proxmox.property;

import java.util.Locale;

/** A unicast MAC address, in upper case with colons as Proxmox prints it (format mac-addr). */
public record Mac(String value) {
  public Mac {
    value = value.toUpperCase(Locale.ROOT);
    if (!value.matches("[0-9A-F][02468ACE](:[0-9A-F]{2}){5}")) {
      throw new IllegalArgumentException("%s is no unicast MAC address".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
