package direttore.domain.operation;

import direttore.domain.access.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how a repetition of the same request is recognised.
 *
 * @param key the {@code Idempotency-Key} header, or null
 * @param request what was asked, canonical: method, path and body; never stored as it is
 */
public record Submitter(Actor actor, @Nullable String key, List<String> request) {
  public Submitter {
    request = List.copyOf(request);
  }

  /** The name that the operation keeps. */
  public String name() {
    return actor.name();
  }

  @Override
  public String toString() {
    return name();
  }
}
