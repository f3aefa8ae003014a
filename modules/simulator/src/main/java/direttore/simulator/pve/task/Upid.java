package direttore.simulator.pve.task;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a worker task (PVE::UPID).
 *
 * @param pstart start of the process in clock ticks since the node booted
 * @param starttime seconds since 1970
 * @param id what the task is about: a vmid, a storage, or nothing
 * @param user {@code user@realm} or {@code user@realm!token}
 */
public record Upid(
    String node, long pid, long pstart, long starttime, String type, String id, String user) {
  private static final Pattern FORM =
      Pattern.compile(
          "UPID:([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?):([0-9A-Fa-f]{8}):([0-9A-Fa-f]{8,9})"
              + ":([0-9A-Fa-f]{8}):([^:\\s/]+):([^:\\s/]*):([^:\\s/]+):");

  /** The UPID in its text form, or null where it has none. */
  public static @Nullable Upid parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? new Upid(
            match.group(1),
            Long.parseLong(match.group(3), 16),
            Long.parseLong(match.group(4), 16),
            Long.parseLong(match.group(5), 16),
            match.group(6),
            match.group(7),
            match.group(8))
        : null;
  }

  /** The user without the token's name. */
  public String userid() {
    var end = user.indexOf('!');
    return end < 0 ? user : user.substring(0, end);
  }

  /** The token's name, or null. */
  public @Nullable String tokenid() {
    var end = user.indexOf('!');
    return end < 0 ? null : user.substring(end + 1);
  }

  @Override
  public String toString() {
    return "UPID:%s:%08X:%08X:%08X:%s:%s:%s:"
        .formatted(node, pid, pstart, starttime, type, id, user);
  }
}
