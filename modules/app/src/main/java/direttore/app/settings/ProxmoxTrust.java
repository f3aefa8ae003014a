package direttore.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Why Proxmox's certificate is believed. */
public sealed interface ProxmoxTrust {

  /** The authorities that Java knows, and the host's name. */
  record KnownAuthorities() implements ProxmoxTrust {}

  /** The authority in a PEM file, and the host's name. */
  record Authority(Path file) implements ProxmoxTrust {}

  /**
   * One certificate, by its fingerprint; the name does not matter then.
   *
   * @param sha256 64 lower-case hexadecimal digits
   */
  record Pinned(String sha256) implements ProxmoxTrust {}

  /** No check, because PROXMOX_VERIFY_SSL is false. */
  record Unchecked() implements ProxmoxTrust {}

  /** The strictest of what is given: a fingerprint or an authority overrules VERIFY_SSL=false. */
  static ProxmoxTrust of(Given given) {
    var verify = given.flag(Setting.PROXMOX_VERIFY_SSL);
    if (given.has(Setting.PROXMOX_TLS_FINGERPRINT)) {
      return new Pinned(
          given.parsed(
              Setting.PROXMOX_TLS_FINGERPRINT,
              "a SHA-256 fingerprint, 64 hexadecimal digits with or without colons",
              ProxmoxTrust::fingerprint));
    }
    if (given.has(Setting.PROXMOX_CA_FILE)) {
      return new Authority(
          given.parsed(Setting.PROXMOX_CA_FILE, "a readable file", ProxmoxTrust::readable));
    }
    return verify ? new KnownAuthorities() : new Unchecked();
  }

  private static Optional<String> fingerprint(String text) {
    var digits = text.replace(":", "").toLowerCase(Locale.ROOT);
    try {
      return HexFormat.of().parseHex(digits).length == 32 ? Optional.of(digits) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> readable(String text) {
    var file = Path.of(text);
    return Files.isReadable(file) && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }
}
