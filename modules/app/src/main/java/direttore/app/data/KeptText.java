package direttore.app.data;

import direttore.app.start.StartRefusal.Broken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** A secret text in a file that only its owner can read; made once and then always the same. */
final class KeptText {
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeptText() {}

  /** The text of {@code file}, or what {@code maker} makes when there is no such file. */
  static String in(Path file, Supplier<String> maker) {
    try {
      if (!Files.exists(file)) {
        make(file, maker.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Broken("The file %s cannot be read or made.".formatted(file), e);
    }
  }

  /** Text of so many random bytes, without characters that need quoting anywhere. */
  static String random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Of two processes that make it at once, one wins and both read the same. */
  private static void make(Path file, String text) throws IOException {
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var part = Files.createTempFile(file.toAbsolutePath().getParent(), "new", null, onlyOwner);
    try {
      Files.writeString(part, text + "\n");
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException made) {
      // The other process was faster.
    } finally {
      Files.delete(part);
    }
  }
}
