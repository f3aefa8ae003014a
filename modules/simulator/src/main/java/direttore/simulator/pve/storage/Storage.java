package direttore.simulator.pve.storage;

import java.util.List;
import java.util.Map;

/**
 * A storage of the cluster (storage.cfg).
 *
 * @param type {@code dir}, {@code nfs} or {@code lvmthin}
 * @param content what it may hold: images, rootdir, iso, vztmpl, backup, snippets, import
 * @param shared one and the same on every node
 * @param nodes where it is available; empty for every node
 * @param settings further keys of storage.cfg, such as path or vgname
 * @param total its size in bytes, on each node unless it is shared
 */
public record Storage(
    String id,
    String type,
    List<String> content,
    boolean shared,
    List<String> nodes,
    boolean disabled,
    Map<String, String> settings,
    long total) {

  public Storage {
    content = List.copyOf(content);
    nodes = List.copyOf(nodes);
    settings = Map.copyOf(settings);
    if (total < 1) {
      throw new IllegalArgumentException("total is " + total + ", expected a positive size");
    }
  }

  /** Are its volumes files? */
  public boolean holdsFiles() {
    return settings.containsKey("path");
  }

  /** May it hold that kind of content? */
  public boolean holds(String kind) {
    return content.contains(kind);
  }

  /** Is it available on the node and not disabled? */
  public boolean isEnabledOn(String node) {
    return !disabled && (nodes.isEmpty() || nodes.contains(node));
  }

  /** The format of a new disk where none is asked for. */
  public String defaultFormat() {
    return "raw";
  }

  /** Can disks have that format here? */
  public boolean supports(String format) {
    return format.equals("raw")
        || (holdsFiles() && (format.equals("qcow2") || format.equals("vmdk")));
  }

  /** The kinds of content as text, in no order that means anything. */
  public String contentText() {
    return String.join(",", content);
  }
}
