package direttore.domain.node;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/** Name of a cluster of Proxmox VE, as Direttore knows it: part of the name of each guest. */
public record ClusterName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** The cluster that is meant where none is named. */
  public static final ClusterName MAIN = new ClusterName("main");

  public ClusterName {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal.Invalid(
          "cluster", "must be 1 to 63 lower-case letters, digits or hyphens, no hyphen first");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
