package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A resource as an operator enters it. */
public record NewResource(
    ResourceKind kind,
    ClusterName cluster,
    String name,
    SortedSet<String> tags,
    Capacity capacity) {
  public NewResource {
    if (!kind.entered()) {
      throw new Refusal.Invalid(
          "kind",
          "must be one that is entered by hand; a %s comes by itself".formatted(kind.wire()));
    }
    ReservedText.name("name", name);
    if (kind == ResourceKind.VLAN && !vlan(name)) {
      throw new Refusal.Invalid("name", "must be the number of the VLAN, 1 to 4094");
    }
    ReservedText.tags("tags", tags);
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  private static boolean vlan(String name) {
    return name.matches("[1-9][0-9]{0,3}") && Integer.parseInt(name) <= 4094;
  }
}
