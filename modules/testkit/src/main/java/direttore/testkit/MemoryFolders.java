package direttore.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Folders of tests, in memory where the machine has room there: on a disk, PostgreSQL's files take
 * more CPU than all that a test does with them.
 */
public final class MemoryFolders implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 4L << 30;
  private static final Pattern NAME = Pattern.compile("direttore-test-(\\d+)-\\d+");

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) {
    return create();
  }

  /** A new folder that only its owner can enter; whoever asks deletes it. */
  public static Path create() {
    try {
      return createIn(Place.CHOSEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path createIn(Path place) throws IOException {
    var prefix = "direttore-test-%d-".formatted(ProcessHandle.current().pid());
    return Files.createTempDirectory(place, prefix);
  }

  /** The first that has that much room and where programs may lie, or else the other. */
  static Path choose(Path memory, long room, Path other) throws IOException {
    var fits =
        Files.isDirectory(memory)
            && Files.isWritable(memory)
            && Files.getFileStore(memory).getUsableSpace() >= room
            && runsPrograms(memory);
    return fits ? memory : other;
  }

  /** Containers often mount it so that nothing in it can be executed. */
  private static boolean runsPrograms(Path place) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var program = Files.createTempFile(place, "direttore-test", null, owner);
    try {
      return Files.isExecutable(program);
    } finally {
      Files.delete(program);
    }
  }

  /** Deletes what processes that were killed have left in {@code place}. */
  static void clean(Path place) throws IOException {
    try (var all = Files.list(place)) {
      for (var folder : all.filter(MemoryFolders::isLeft).toList()) {
        delete(folder);
      }
    }
  }

  private static boolean isLeft(Path folder) {
    var name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Another process deletes it too, or it is another user's; whoever starts next tries again.
    }
  }

  /** Looked for once in a process. */
  private static final class Place {
    private static final Path CHOSEN = chosen();

    private static Path chosen() {
      try {
        var place = choose(MEMORY, ROOM, Path.of(System.getProperty("java.io.tmpdir")));
        clean(place);
        return place;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
