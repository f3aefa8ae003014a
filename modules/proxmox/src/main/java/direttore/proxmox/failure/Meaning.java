package direttore.proxmox.failure;

import java.util.regex.Pattern;

/**
 * What an error of Proxmox means. Nearly all of its errors are status 500 with a text, so the text
 * decides; the patterns are loose, because the words differ between versions.
 */
public enum Meaning {
  /** That node has no such guest; it may be on another. */
  NO_GUEST(
      "The node has no such guest.",
      "configuration file '[^']*/(qemu-server|lxc)/\\d+\\.conf' does not exist"),
  /** A lock in the guest's configuration, such as a backup's; it ends with what set it. */
  LOCKED("The guest is held by another job.", "is locked( \\([\\w-]+\\))?"),
  /** Another task held a file lock for longer than Proxmox waits (1 to 30 s). */
  LOCK_TIMEOUT(
      "Proxmox was busy with another task on the same guest or storage.",
      "can't (lock|acquire) |got lock (request )?timeout|unable to acquire .*lock|cfs-lock '"),
  /** A guest, snapshot or volume of that id or name is there already. */
  EXISTS("It exists already.", "already exists|already used|config file already exist"),
  /** The configuration changed since its digest was read. */
  CHANGED(
      "Someone else changed the configuration meanwhile.",
      "checksum mismatch|file change(d)? by other user"),
  /** Deletion or disk removal of a guest whose protection is on. */
  PROTECTED("The guest is protected against deletion.", "protection mode enabled"),
  /** The HA manager owns the guest and purge was not asked for. */
  HA_MANAGED(
      "The guest is managed by high availability.",
      "used in HA resources|is managed by HA|HA resource"),
  /** A base volume that linked clones still need. */
  IN_USE("It is still in use.", "still in use|is used as base|in use by linked clone"),
  /** A storage, thin pool, volume group or quota without room. */
  NO_SPACE(
      "There is not enough free space.",
      "no space left|(not enough|insufficient|out of) (free )?space|free space in thin pool"
          + "|quota exceeded"),
  /** The cluster file system is read-only because most nodes are away. */
  NO_QUORUM(
      "The cluster has no quorum, so nothing can be changed.",
      "no quorum|unable to open file '/etc/pve/.*(permission denied|read-only file system)"),
  /** What the guest's storage or type cannot do, such as a linked clone of a normal VM. */
  UNSUPPORTED(
      "The guest’s storage or kind does not allow it.",
      "feature is not (supported|available)|not supported for|can't clone|cannot clone"
          + "|does not support"),
  /** A start, destroy or resume of what runs. */
  RUNNING("The guest is running.", "already running|is running|container is running"),
  /** A stop, reboot or reset of what does not run. */
  NOT_RUNNING("The guest is not running.", "not running|is paused"),
  /** A node whose address the one that was asked cannot find: away, or none of the cluster. */
  UNKNOWN_NODE("The node cannot be reached.", "hostname lookup '"),
  /** No volume, storage, snapshot or task of that name. */
  NOT_FOUND("It does not exist.", "does(n't| not) exist|no such|not found|unable to find"),
  /** A storage that is disabled, offline or not for this node. */
  STORAGE_AWAY(
      "The storage cannot be used there.",
      "is not online|is disabled|is not available on node|not accessible|storage .* not active"),
  /** The guest did not obey in time, as with a shutdown. */
  TIMED_OUT("It took too long.", "got timeout|timed? ?out"),
  /** Someone stopped the task. */
  INTERRUPTED("It was interrupted.", "received interrupt|interrupted by signal"),
  /** A right is missing; the text names the path and the privilege. */
  FORBIDDEN("The Proxmox account lacks a right.", "permission check failed|permission denied"),
  /** Token, ticket or password not accepted. */
  UNAUTHENTICATED("Proxmox did not accept the credentials.", "authentication failure|no ticket"),
  /** One or more parameters; the errors by name say which. */
  BAD_PARAMETERS("Proxmox did not accept the request.", "parameter verification failed"),
  /** The node that should have done it does not answer the one that was asked (595 to 599). */
  NODE_AWAY("The node does not answer.", "no route to host|connection refused"),
  /** A path or method that this version of Proxmox lacks. */
  NOT_IMPLEMENTED("This version of Proxmox cannot do that.", "not implemented"),
  /** None of the above; only the text helps. */
  OTHER("Proxmox reports an error.", "(?!)");

  private final String lead;
  private final Pattern pattern;

  Meaning(String lead, String pattern) {
    this.lead = lead;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  /** A sentence for people. */
  public String lead() {
    return lead;
  }

  /** The meaning of a text alone, such as the end of a task. */
  public static Meaning of(String text) {
    for (var meaning : values()) {
      if (meaning.pattern.matcher(text).find()) {
        return meaning;
      }
    }
    return OTHER;
  }

  /** The meaning of an answer by its status, or else by its text. */
  public static Meaning of(int status, String text) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 501 -> NOT_IMPLEMENTED;
      case 595, 596, 597, 598, 599, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530 ->
          NODE_AWAY;
      case 400 -> ofParameters(of(text));
      default -> of(text);
    };
  }

  /** A parameter may name what is not there, or is there already. */
  private static Meaning ofParameters(Meaning text) {
    return text == NOT_FOUND || text == EXISTS ? text : BAD_PARAMETERS;
  }
}
