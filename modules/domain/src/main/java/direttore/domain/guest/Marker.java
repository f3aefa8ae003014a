package direttore.domain.guest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The line in a guest's description that tells which operation made it, so that a worker that takes
 * an operation up again recognises its own guest and never touches a foreign one. Proxmox shows
 * descriptions as Markdown, where a comment is out of sight.
 */
public record Marker(UUID operation) {
  private static final String KEY = "direttore:";
  private static final String OLD_KEY = "direttore:operation=";

  /** A mark of today, or one as the first versions wrote it, without a comment around it. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?:<!--\\s*)?(?<![\\w:=-])direttore:(?:operation=(?<old>[0-9a-f-]{36})"
              + "|(?<id>[A-Za-z0-9_-]{22}))(?![\\w=-])(?:\\s*-->)?");

  /** The line itself. */
  public String line() {
    return "<!-- " + KEY + id() + " -->";
  }

  /** The description that a new guest gets. */
  public String in(String description) {
    return description.isEmpty() ? line() : description + "\n\n" + line();
  }

  /** A guest's description as people wrote it, without what marks it for Direttore. */
  public static String without(String description) {
    return anyIn(description)
        ? description
            .lines()
            .filter(Marker::isText)
            .map(Marker::text)
            .collect(Collectors.joining("\n"))
            .strip()
        : description;
  }

  /** Whether a guest's description carries a marker of any operation. */
  public static boolean anyIn(String description) {
    return MARK.matcher(description).find();
  }

  /** Whether a guest's description carries this marker. */
  public boolean marks(String description) {
    return MARK.matcher(description).results().anyMatch(found -> found.group().contains(id()))
        || description.contains(OLD_KEY + operation);
  }

  /** Whether people wrote a line, or something into the line of a mark. */
  private static boolean isText(String line) {
    return line.isBlank() || !text(line).isBlank();
  }

  private static String text(String line) {
    var mark = MARK.matcher(line);
    return mark.find() ? mark.replaceAll("").stripTrailing() : line;
  }

  /** The operation's id in 22 characters. */
  private String id() {
    var bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(operation.getMostSignificantBits())
            .putLong(operation.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
