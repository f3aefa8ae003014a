package direttore.domain.access;

import direttore.domain.node.NodeName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a guest stands, as far as rights care.
 *
 * @param owner who has it, or null when nobody does
 * @param team the team that has it too, or null
 */
public record Place(
    NodeName node, List<String> tags, @Nullable UUID owner, @Nullable TeamName team) {
  public Place {
    tags = List.copyOf(tags);
  }
}
