package direttore.app.postgres;

import direttore.app.data.FileTree;
import direttore.app.start.StartRefusal.Broken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this platform, unpacked from the library that carries them. */
final class PostgresBinaries {
  private static final Pattern LIBRARY_NAME = Pattern.compile("([^/]+)\\.jar!/");

  /** What only building against PostgreSQL needs. */
  private static final Pattern NOT_NEEDED = Pattern.compile(".*(\\.a|/pkgconfig/.*)");

  private PostgresBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}; unpacked into {@code parent} once.
   */
  static Path unpackedIn(Path parent) {
    var archive = archive();
    var home = parent.resolve(versionOf(archive));
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(parent);
        unpack(archive, home);
      }
      return home;
    } catch (IOException e) {
      throw new Broken("PostgreSQL cannot be unpacked into %s.".formatted(parent), e);
    }
  }

  private static URL archive() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var processor = System.getProperty("os.arch");
    var name =
        "postgres-%s-%s.txz"
            .formatted(
                system.startsWith("mac") ? "darwin" : "linux",
                processor.equals("aarch64") ? "arm_64" : "x86_64");
    var archive = ClassLoader.getSystemResource(name);
    if (archive == null) {
      throw new Broken(
          "This build carries no PostgreSQL for %s on %s: build it on such a machine, or set DATABASE_URL."
              .formatted(system, processor),
          null);
    }
    return archive;
  }

  /** The library's file name, which ends in PostgreSQL's version. */
  private static String versionOf(URL archive) {
    var name = LIBRARY_NAME.matcher(archive.toString());
    return name.find() ? name.group(1) : "postgres";
  }

  private static void unpack(URL archive, Path home) throws IOException {
    var work = Files.createTempDirectory(home.getParent(), "unpacking");
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!NOT_NEEDED.matcher(entry.getName()).matches()) {
          unpack(tar, entry, work.resolve(entry.getName()));
        }
      }
      moveUnlessThere(work, home);
    } finally {
      FileTree.delete(work);
    }
  }

  private static void moveUnlessThere(Path work, Path home) throws IOException {
    try {
      Files.move(work, home);
    } catch (FileSystemException e) {
      // Somebody else may have been faster: what they unpacked is the same.
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      var executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
  }
}
