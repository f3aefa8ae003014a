package direttore.app.data;

import direttore.app.start.StartRefusal.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** The folder of all that is kept between starts; only its owner can enter it. */
public final class DataFolder {
  private static final Set<PosixFilePermission> OWNER_ENTERS =
      PosixFilePermissions.fromString("rwx------");
  private static final int STICKY = 01000;
  private static final int PASSWORD_BYTES = 18;

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /** The folder at {@code path}, made when absent. */
  public static DataFolder open(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ENTERS));
      } else {
        tighten(path);
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

  /** Keys and passwords lie in it; a folder that all use, such as /tmp, is not for us to close. */
  private static void tighten(Path path) throws IOException {
    if (((int) Files.getAttribute(path, "unix:mode") & STICKY) != 0) {
      throw new Broken(
          "The data folder %s is one that everybody uses: set DATA_DIR to a folder of its own."
              .formatted(path),
          null);
    }
    if (!Files.getPosixFilePermissions(path).equals(OWNER_ENTERS)) {
      Files.setPosixFilePermissions(path, OWNER_ENTERS);
    }
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

  /** A password of 24 random characters in a file of that name, made when absent. */
  public String password(String name) {
    return KeptText.in(path.resolve(name), () -> KeptText.random(PASSWORD_BYTES));
  }

  /** A random UUID in a file of that name, made when absent. */
  public String uuid(String name) {
    return KeptText.in(path.resolve(name), () -> UUID.randomUUID().toString());
  }
}
