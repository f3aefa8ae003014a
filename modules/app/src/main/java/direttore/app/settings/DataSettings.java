package direttore.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the program keeps what it must not lose.
 *
 * @param folder absolute
 * @param secretKey file of the key that stored secrets are encrypted with, absolute
 */
public record DataSettings(Path folder, Path secretKey) {
  static DataSettings of(Given given) {
    var folder = given.parsed(Setting.DATA_DIR, "a folder's path", DataSettings::absolute);
    var key =
        given.has(Setting.SECRET_KEY_FILE)
            ? given.parsed(Setting.SECRET_KEY_FILE, "a file's path", DataSettings::absolute)
            : folder.resolve("secret.key");
    return new DataSettings(folder, key);
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
