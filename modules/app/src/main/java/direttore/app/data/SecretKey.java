package direttore.app.data;

import direttore.app.start.StartRefusal.Broken;
import direttore.app.start.StartRefusal.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The file with the key that secrets of guests are sealed with, base64 in one line. While a
 * rotation is under way the new key waits beside it.
 */
public final class SecretKey {
  private final Path file;
  private final int size;

  /**
   * @param size of the key in bytes
   */
  public SecretKey(Path file, int size) {
    this.file = file;
    this.size = size;
  }

  public Path file() {
    return file;
  }

  /** The key's bytes; empty when there is no file. */
  public Optional<byte[]> read() {
    return existing(file);
  }

  /** The key's bytes; made when there is no file. */
  public byte[] readOrMake() {
    return decoded(file, KeptText.in(file, () -> KeptText.random(size)));
  }

  /** The key that a rotation which was cut off has left; empty when none has. */
  public Optional<byte[]> next() {
    return existing(waiting());
  }

  /** The key that a rotation puts in place; the one that an earlier rotation has left, or new. */
  public byte[] makeNext() {
    return decoded(waiting(), KeptText.in(waiting(), () -> KeptText.random(size)));
  }

  /** Puts the waiting key in the old one's place. */
  public void finishRotation() {
    try {
      Files.move(
          waiting(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Broken(
          "The new key could not be put in its place: move %s to %s.".formatted(waiting(), file),
          e);
    }
  }

  private Path waiting() {
    return file.resolveSibling(file.getFileName() + ".next");
  }

  private Optional<byte[]> existing(Path from) {
    Supplier<String> absent =
        () -> {
          throw new Broken("The file %s was there a moment ago.".formatted(from), null);
        };
    return Files.exists(from)
        ? Optional.of(decoded(from, KeptText.in(from, absent)))
        : Optional.empty();
  }

  private byte[] decoded(Path from, String text) {
    try {
      var key = Base64.getUrlDecoder().decode(text);
      if (key.length == size) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(from);
    }
    throw wrong(from);
  }

  private WrongSetting wrong(Path from) {
    return new WrongSetting(
        "SECRET_KEY_FILE is %s but must hold %d bytes in URL-safe base64, as the program makes it."
            .formatted(from, size));
  }
}
