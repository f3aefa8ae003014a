package direttore.domain.task;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The id of a task of Proxmox: {@code UPID:node:pid:pstart:starttime:type:id:user:} (PVE/UPID.pm).
 * Its node is where to ask for it, which may be another than the one that gave it out.
 */
public record Upid(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "UPID:(?<node>[a-zA-Z0-9-]{1,63}):[0-9A-F]{8}:[0-9A-F]{8,9}:(?<start>[0-9A-F]{8}):"
              + "(?<type>[^:\\s/]+):(?<id>[^:\\s/]*):(?<user>[^:\\s/]+):");

  public Upid {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal.Invalid("upid", "must be a Proxmox task id, UPID:node:…:");
    }
  }

  /** Whether the text is one. */
  public static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  public NodeName node() {
    return new NodeName(part("node"));
  }

  /** What the task does, such as {@code qmcreate}. */
  public String type() {
    return part("type");
  }

  /** What it does it to: mostly a VMID; for a clone that of the source; may be empty. */
  public String subject() {
    return part("id");
  }

  /** Who started it, such as {@code root@pam!direttore}. */
  public String user() {
    return part("user");
  }

  /** When it started, to the second, by its node's clock. */
  public Instant started() {
    return Instant.ofEpochSecond(Long.parseLong(part("start"), 16));
  }

  private String part(String name) {
    var match = FORM.matcher(value);
    if (!match.matches()) {
      throw new IllegalStateException(value + " was a UPID when it was made");
    }
    return match.group(name);
  }

  @Override
  public String toString() {
    return value;
  }
}
