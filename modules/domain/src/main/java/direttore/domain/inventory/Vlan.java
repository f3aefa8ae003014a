package direttore.domain.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VLAN of NetBox, with the prefixes on it. */
public record Vlan(
    long id,
    int vid,
    String name,
    String status,
    @Nullable Named site,
    @Nullable Named group,
    @Nullable String role,
    String description,
    List<String> tags,
    CustomFields fields,
    List<OnIt> prefixes) {
  public Vlan {
    tags = List.copyOf(tags);
    prefixes = List.copyOf(prefixes);
  }

  /** A prefix on a VLAN. */
  public record OnIt(long id, String prefix) {}
}
