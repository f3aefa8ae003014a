package direttore.domain.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some groups, newest first.
 *
 * @param next the cursor of the next page, or null when this is the last
 */
public record GroupPage(List<GroupProgress> groups, @Nullable String next) {
  public GroupPage {
    groups = List.copyOf(groups);
  }
}
