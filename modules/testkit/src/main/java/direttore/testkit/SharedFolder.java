package direttore.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of facts beside the project's checkout, which the project builds without. The system
 * property {@code direttore.shared} or the variable {@code DIRETTORE_SHARED} names another place.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** That file or folder, if it is there. */
  public static Optional<Path> find(String name) {
    var named = System.getProperty("direttore.shared", System.getenv("DIRETTORE_SHARED"));
    var folder = named == null ? Path.of("../../../shared") : Path.of(named);
    var wanted = folder.resolve(name).toAbsolutePath().normalize();
    return Files.exists(wanted) ? Optional.of(wanted) : Optional.empty();
  }

  /** Says on the console, so that nobody takes the silence for a pass, what was not tried. */
  public static void skipped(String what, String missing) {
    System.out.println("*** NOT TRIED: %s (no %s beside the project)".formatted(what, missing));
  }

  /** The whole text of a file that {@link #find} gave. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
