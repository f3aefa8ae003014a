package direttore.domain.reservation;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator changes of a resource; null stays as it is.
 *
 * @param outOfService why it is out of service; blank puts it back
 */
public record ResourceChange(
    @Nullable SortedSet<String> tags,
    @Nullable Capacity capacity,
    @Nullable String outOfService,
    @Nullable Instant expectedBack) {
  public ResourceChange {
    if (tags != null) {
      ReservedText.tags("tags", tags);
      tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
    if (outOfService != null) {
      ReservedText.text("out_of_service", outOfService, 0, 200);
    }
  }
}
