package direttore.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task of Proxmox as its node reports it.
 *
 * @param end how it ended, or null while it runs
 * @param ended when, where the report says so
 */
public record TaskReport(Upid upid, @Nullable TaskEnd end, @Nullable Instant ended) {
  public boolean running() {
    return end == null;
  }
}
