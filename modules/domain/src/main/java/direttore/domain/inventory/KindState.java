package direttore.domain.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind of the copy is.
 *
 * @param stamp the latest {@code last_updated} that was read; null where there was none
 * @param wholeAt when all objects of the kind were last read; null for never
 * @param stale whether something that its objects name was changed since
 */
public record KindState(@Nullable Instant stamp, @Nullable Instant wholeAt, boolean stale) {
  public static final KindState NEVER = new KindState(null, null, false);
}
