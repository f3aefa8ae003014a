package direttore.domain.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was let in.
 *
 * @param credential the session or token they came with, or null where nobody signs in
 * @param expires when that ends at the latest, or null
 */
public record Authentication(Actor actor, @Nullable UUID credential, @Nullable Instant expires) {
  /** Everybody, where nobody signs in. */
  public static final Authentication ANYBODY = new Authentication(Actor.ANYBODY, null, null);
}
