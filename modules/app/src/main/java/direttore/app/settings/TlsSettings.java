package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that the API needs for HTTPS.
 *
 * @param certificates PEM, the server's own first
 * @param key PEM
 */
public record TlsSettings(Path certificates, Path key) {
  static Optional<TlsSettings> of(Given given) {
    var certificates = given.has(Setting.DIRETTORE_TLS_CERT);
    if (certificates != given.has(Setting.DIRETTORE_TLS_KEY)) {
      throw new WrongSetting(
          "%s is set without %s: HTTPS needs both."
              .formatted(
                  certificates ? Setting.DIRETTORE_TLS_CERT : Setting.DIRETTORE_TLS_KEY,
                  certificates ? Setting.DIRETTORE_TLS_KEY : Setting.DIRETTORE_TLS_CERT));
    }
    return certificates
        ? Optional.of(
            new TlsSettings(
                file(given, Setting.DIRETTORE_TLS_CERT), file(given, Setting.DIRETTORE_TLS_KEY)))
        : Optional.empty();
  }

  private static Path file(Given given, Setting setting) {
    return given.parsed(setting, "a file's path", TlsSettings::absolute);
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
