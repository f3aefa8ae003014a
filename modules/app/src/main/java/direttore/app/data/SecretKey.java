package direttore.app.data;

import direttore.app.start.StartRefusal.Broken;
import direttore.app.start.StartRefusal.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.function.BiConsumer;

/** The file with the key that secrets of guests are sealed with, base64 in one line. */
public final class SecretKey {
  private SecretKey() {}

  /**
   * The key's bytes; made at the first start.
   *
   * @param size in bytes
   */
  public static byte[] read(Path file, int size) {
    var text = KeptText.in(file, () -> KeptText.random(size));
    try {
      var key = Base64.getUrlDecoder().decode(text);
      if (key.length == size) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(file, size);
    }
    throw wrong(file, size);
  }

  /**
   * Puts a new key in the old one's place, once what was sealed has been sealed anew. A rotation
   * that was cut off is ended by the next: its key waits beside the old one.
   *
   * @param reseal gets the old key and the new one
   */
  public static void rotate(Path file, int size, BiConsumer<byte[], byte[]> reseal) {
    var next = file.resolveSibling(file.getFileName() + ".next");
    reseal.accept(read(file, size), read(next, size));
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Broken(
          "The new key could not be put in its place: move %s to %s.".formatted(next, file), e);
    }
  }

  private static WrongSetting wrong(Path file, int size) {
    return new WrongSetting(
        "SECRET_KEY_FILE is %s but must hold %d bytes in URL-safe base64, as the program makes it."
            .formatted(file, size));
  }
}
