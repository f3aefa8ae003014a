package direttore.domain.task;

import java.util.regex.Pattern;

/** How a task of Proxmox ended (its {@code exitstatus}). */
public sealed interface TaskEnd {

  /** As wanted. */
  record Ok() implements TaskEnd {}

  /** As wanted, with warnings in the log: success all the same. */
  record Warnings(int count) implements TaskEnd {}

  /** Not as wanted; the text is Proxmox's own. */
  record Failed(String text) implements TaskEnd {}

  Pattern WARNINGS = Pattern.compile("WARNINGS: (\\d+)");

  /** Reads Proxmox's word for it. */
  static TaskEnd of(String word) {
    if (word.equals("OK")) {
      return new Ok();
    }
    if (word.isBlank()) {
      return new Failed("it ended without an exit status");
    }
    var warnings = WARNINGS.matcher(word);
    return warnings.matches()
        ? new Warnings(Integer.parseInt(warnings.group(1)))
        : new Failed(word);
  }

  /** Whether the task did what it was started for. */
  default boolean success() {
    return !(this instanceof Failed);
  }
}
