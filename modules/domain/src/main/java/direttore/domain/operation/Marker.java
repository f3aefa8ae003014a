package direttore.domain.operation;

import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The line in a guest's description that tells which operation made it, so that a worker that takes
 * an operation up again recognises its own guest and never touches a foreign one.
 */
public record Marker(UUID operation) {
  private static final String KEY = "direttore:operation=";

  /** The line itself. */
  public String line() {
    return KEY + operation;
  }

  /** The description that a new guest gets. */
  public String in(String description) {
    return description.isEmpty() ? line() : description + "\n\n" + line();
  }

  /** A guest's description as people wrote it, without the lines that mark it for Direttore. */
  public static String without(String description) {
    return description.contains(KEY)
        ? description
            .lines()
            .filter(line -> !line.strip().startsWith(KEY))
            .collect(Collectors.joining("\n"))
            .strip()
        : description;
  }

  /** Whether a guest's description carries a marker of any operation. */
  public static boolean anyIn(String description) {
    return description.contains(KEY);
  }

  /** Whether a guest's description carries this marker. */
  public boolean marks(String description) {
    return description.contains(line());
  }
}
