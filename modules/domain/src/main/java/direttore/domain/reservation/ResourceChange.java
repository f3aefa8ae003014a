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

  /** What it is to be, where it is out of service or for how long is said; else null. */
  public @Nullable Resource out(Resource before) {
    var why = outOfService == null ? before.outOfService() : outOfService;
    var back = expectedBack == null ? before.expectedBack() : expectedBack;
    var said = outOfService != null || expectedBack != null;
    return said && why != null && !why.isBlank() ? before.out(why, back) : null;
  }
}
