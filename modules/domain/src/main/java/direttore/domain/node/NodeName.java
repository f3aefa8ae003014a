package direttore.domain.node;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/** The name of a Proxmox node: one DNS label of at most 63 characters. */
public record NodeName(String value) implements Comparable<NodeName> {
  private static final Pattern LABEL =
      Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

  public NodeName {
    if (!LABEL.matcher(value).matches()) {
      throw new Refusal.Invalid("node", "must be a node name: letters, digits and inner hyphens");
    }
  }

  @Override
  public int compareTo(NodeName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
