package direttore.app.data;

import direttore.app.start.StartRefusal.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The folder of all that is kept between starts; only its owner can enter it. */
public final class DataFolder {
  private static final Set<PosixFilePermission> OWNER_ENTERS =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_READS =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /** The folder at {@code path}, made when absent. */
  public static DataFolder open(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ENTERS));
      }
      if (Files.isWritable(path)) {
        return new DataFolder(path.toRealPath());
      }
    } catch (IOException e) {
      throw new Broken(
          "The data folder %s cannot be made: set DATA_DIR to a folder that can.".formatted(path),
          e);
    }
    throw new Broken(
        "The data folder %s cannot be written: set DATA_DIR to a folder that can.".formatted(path),
        null);
  }

  /** Where {@code name} lies in the folder, absolute. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /**
   * Makes this process the only user of a part of the folder until the claim is closed or the
   * process ends, however it ends.
   */
  public Claim claim(String part) {
    return Claim.on(path.resolve(part + ".lock"));
  }

  /** The text of a file that only the owner can read, made of 24 random characters when absent. */
  public String password(String name) {
    var file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        writeWhole(file, randomText() + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Broken("The password file %s cannot be read or written.".formatted(file), e);
    }
  }

  private static void writeWhole(Path file, String text) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var part =
        Files.createTempFile(
            folder, "new", null, PosixFilePermissions.asFileAttribute(OWNER_READS));
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String randomText() {
    var bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
