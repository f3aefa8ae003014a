package direttore.app.data;

import direttore.app.start.StartRefusal.WrongSetting;
import java.nio.file.Path;
import java.util.Base64;

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

  private static WrongSetting wrong(Path file, int size) {
    return new WrongSetting(
        "SECRET_KEY_FILE is %s but must hold %d bytes in URL-safe base64, as the program makes it."
            .formatted(file, size));
  }
}
