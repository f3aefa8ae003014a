package direttore.simulator.pve.storage;

import org.jspecify.annotations.Nullable;

/** The id of a volume taken apart. */
public record Volid(String storage, String name) {

  /** The parts of {@code storage:name}, or null where the text is no volume id. */
  public static @Nullable Volid parse(String text) {
    var end = text.indexOf(':');
    return end > 0 && end < text.length() - 1 && text.matches("[a-zA-Z][a-zA-Z0-9_.-]*:.+")
        ? new Volid(text.substring(0, end), text.substring(end + 1))
        : null;
  }

  /** What kind of content the name says: iso, vztmpl, backup, snippets, import, or images. */
  public String kind() {
    var end = name.indexOf('/');
    return switch (end < 0 ? "" : name.substring(0, end)) {
      case "iso" -> "iso";
      case "vztmpl" -> "vztmpl";
      case "backup" -> "backup";
      case "snippets" -> "snippets";
      case "import" -> "import";
      default -> "images";
    };
  }

  @Override
  public String toString() {
    return storage + ":" + name;
  }
}
