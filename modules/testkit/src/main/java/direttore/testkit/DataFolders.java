package direttore.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Data folders that share PostgreSQL's programs, which the first one unpacks for all: that takes
 * two seconds of CPU.
 */
public final class DataFolders {
  private DataFolders() {}

  /** The folder at {@code path}, made when absent, for a program that makes the rest of it. */
  public static Path sharing(Path path) {
    try {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(path, owner);
      var shared = Program.distribution().resolveSibling("postgres-programs");
      Files.createDirectories(shared);
      Files.createSymbolicLink(path.resolve("programs"), shared);
      return path;
    } catch (FileAlreadyExistsException e) {
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
