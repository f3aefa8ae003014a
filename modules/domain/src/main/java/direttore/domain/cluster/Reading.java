package direttore.domain.cluster;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value read from Proxmox, with when it was read.
 *
 * @param trouble why the value could not be refreshed since, in words, or null when it is fresh
 */
public record Reading<T>(T value, Instant at, @Nullable String trouble) {
  /** Whether the last attempt to refresh the value failed, so that it shows an earlier state. */
  public boolean stale() {
    return trouble != null;
  }

  /** Another value made from this one, as old as this one. */
  public <U> Reading<U> map(Function<? super T, ? extends U> change) {
    return new Reading<>(change.apply(value), at, trouble);
  }
}
