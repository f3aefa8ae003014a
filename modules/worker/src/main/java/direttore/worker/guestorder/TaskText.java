package direttore.worker.guestorder;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Proxmox's words in task ends and logs mean; measured on 9.2, tolerant of others. */
final class TaskText {
  private static final Pattern LOCKED = Pattern.compile("(?:VM|CT) is locked \\((?<by>[\\w-]+)\\)");
  private static final Pattern LOCK_TIMEOUT =
      Pattern.compile(
          "can't lock file .* - got timeout|cfs-lock .* error: got lock (?:request )?timeout");
  private static final Pattern TAKEN =
      Pattern.compile("unable to create (?:VM|CT) .*already exists");
  private static final Pattern SO_ALREADY =
      Pattern.compile(
          "already running|not running|snapshot name '.*' already used"
              + "|snapshot '.*' does not exist");
  private static final Pattern NO_GUEST =
      Pattern.compile(
          "configuration file '[^']*/(?:qemu-server|lxc)/\\d+\\.conf' does not exist",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WARNING =
      Pattern.compile("^\\s*WARN(?:ING)?\\b[: ]\\s*(?<text>.+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TELLING =
      Pattern.compile(
          "error|fail|can't|cannot|unable|no such|not found|denied|refused|timeout|no space|warn",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST = Pattern.compile("^TASK (?:ERROR|OK|WARNINGS).*");
  private static final int MOST_LINES = 5;

  private TaskText() {}

  /** Who holds the lock that a task failed on, empty when it failed on something else. */
  static Optional<String> lockHolder(String end) {
    var locked = LOCKED.matcher(end);
    if (locked.find()) {
      return Optional.of(locked.group("by"));
    }
    return LOCK_TIMEOUT.matcher(end).find() ? Optional.of("another task") : Optional.empty();
  }

  /** Whether a task failed because the VMID is taken. */
  static boolean taken(String end) {
    return TAKEN.matcher(end).find();
  }

  /** Whether a task failed because the world was as wanted before: it runs, it has the snapshot. */
  static boolean soAlready(String end) {
    return SO_ALREADY.matcher(end).find();
  }

  /** Whether a task failed because its node did not have the guest any more. */
  static boolean noGuest(String end) {
    return NO_GUEST.matcher(end).find();
  }

  /** The warnings in a log. */
  static List<String> warnings(List<String> log) {
    return log.stream()
        .map(WARNING::matcher)
        .filter(m -> m.find() && !m.group().startsWith("TASK"))
        .map(m -> m.group("text"))
        .distinct()
        .toList();
  }

  /** The lines of a log that explain how the task ended, without what the end says itself. */
  static List<String> explaining(List<String> log, String end) {
    var telling =
        log.stream()
            .filter(l -> !LAST.matcher(l).matches() && !end.contains(l.strip()))
            .filter(l -> TELLING.matcher(l).find())
            .distinct()
            .toList();
    return telling.subList(Math.max(0, telling.size() - MOST_LINES), telling.size());
  }
}
