package direttore.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was done, by whom; written once and never changed. */
public interface Audit {
  /** Adds an entry; its id is given by the audit. */
  void write(AuditEntry entry);

  /** The latest first, those before an id. */
  List<AuditEntry> page(Filter filter, long before, int limit);

  /** All that match, the earliest first. */
  void each(Filter filter, Consumer<AuditEntry> reader);

  /**
   * Which entries.
   *
   * @param action this action, or all that begin with it and a dot
   * @param until not included
   */
  record Filter(
      @Nullable String who,
      @Nullable String action,
      @Nullable String target,
      AuditEntry.@Nullable Outcome outcome,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable UUID operation) {

    /** Whatever the operation. */
    public Filter(
        @Nullable String who,
        @Nullable String action,
        @Nullable String target,
        AuditEntry.@Nullable Outcome outcome,
        @Nullable Instant since,
        @Nullable Instant until) {
      this(who, action, target, outcome, since, until, null);
    }
  }
}
