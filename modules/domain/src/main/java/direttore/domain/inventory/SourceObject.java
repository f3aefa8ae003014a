package direttore.domain.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object as NetBox wrote it.
 *
 * @param id its number, unique within its kind
 * @param lastUpdated NetBox's own stamp; null where NetBox has none
 * @param json the whole text of the object
 */
public record SourceObject(long id, @Nullable Instant lastUpdated, String json) {
  public SourceObject {
    if (id < 1) {
      throw new IllegalArgumentException("%d is no id of NetBox".formatted(id));
    }
  }
}
