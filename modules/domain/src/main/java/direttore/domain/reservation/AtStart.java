package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.SnapshotName;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens at the start with guests that a reservation names.
 *
 * @param snapshot what a guest is put back to, or null where it is not
 */
public record AtStart(Kind kind, @Nullable SnapshotName snapshot) {
  public static final AtStart NOTHING = new AtStart(Kind.NOTHING, null);
  public static final AtStart START = new AtStart(Kind.START, null);
  public static final AtStart SNAPSHOT = new AtStart(Kind.SNAPSHOT, null);

  /** The ways to begin. */
  public enum Kind {
    NOTHING,
    START,
    /** A snapshot, then started. */
    SNAPSHOT,
    /** Put back to a snapshot, then started. */
    ROLLBACK
  }

  public AtStart {
    if ((kind == Kind.ROLLBACK) != (snapshot != null)) {
      throw new IllegalArgumentException("a guest is put back to a snapshot");
    }
  }

  /** Put back to that snapshot, then started. */
  public static AtStart rollback(SnapshotName snapshot) {
    return new AtStart(Kind.ROLLBACK, snapshot);
  }

  /** Whether the guest runs afterwards, whatever it did before. */
  public boolean starts() {
    return kind != Kind.NOTHING;
  }

  /** The word in answers and in the database. */
  public String wire() {
    return SnapshotWord.wire(kind.name().toLowerCase(Locale.ROOT), snapshot);
  }

  public static AtStart parse(String wire) {
    return SnapshotWord.parse(Kind.class, wire)
        .flatMap(named -> made(named.kind(), named.snapshot()))
        .orElseThrow(() ->
            new Refusal.Invalid(
                "at_start",
                "must be nothing, start, snapshot or rollback: and the name of a snapshot"));
  }

  private static Optional<AtStart> made(Kind kind, @Nullable SnapshotName snapshot) {
    return (kind == Kind.ROLLBACK) == (snapshot != null)
        ? Optional.of(new AtStart(kind, snapshot))
        : Optional.empty();
  }
}
