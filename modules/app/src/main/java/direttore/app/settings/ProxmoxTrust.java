package direttore.app.settings;

import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why Proxmox's certificate is believed: the strictest of what is given, so that a fingerprint or
 * an authority overrules PROXMOX_VERIFY_SSL=false.
 */
final class ProxmoxTrust {
  private ProxmoxTrust() {}

  static Trust of(Given given) {
    var verify = given.flag(Setting.PROXMOX_VERIFY_SSL);
    if (given.has(Setting.PROXMOX_TLS_FINGERPRINT)) {
      return new Trust.Pinned(
          given.parsed(
              Setting.PROXMOX_TLS_FINGERPRINT,
              "SHA-256 fingerprints such as A8:B3:…, separated by commas",
              ProxmoxTrust::fingerprints));
    }
    if (given.has(Setting.PROXMOX_CA_FILE)) {
      return new Trust.AuthorityFile(given.file(Setting.PROXMOX_CA_FILE));
    }
    return verify ? new Trust.SystemAuthorities() : new Trust.Anything();
  }

  private static Optional<Set<Fingerprint>> fingerprints(String text) {
    try {
      return Optional.of(
          Arrays.stream(text.split("[,\\s]+"))
              .map(Fingerprint::new)
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
