package direttore.domain.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how a repetition of the same request is recognised.
 *
 * @param key the {@code Idempotency-Key} header, or null
 * @param request what was asked, canonical: method, path and body; never stored as it is
 */
public record Requester(String name, @Nullable String key, List<String> request) {
  public Requester {
    request = List.copyOf(request);
  }

  @Override
  public String toString() {
    return name;
  }
}
