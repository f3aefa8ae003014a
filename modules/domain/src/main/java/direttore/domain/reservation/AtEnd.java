package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.SnapshotName;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens at the end with the guests of a reservation.
 *
 * @param snapshot what a guest is put back to, or null where it is not
 */
public record AtEnd(Kind kind, @Nullable SnapshotName snapshot) {
  public static final AtEnd NOTHING = new AtEnd(Kind.NOTHING, null);
  public static final AtEnd SHUTDOWN = new AtEnd(Kind.SHUTDOWN, null);
  public static final AtEnd STOP = new AtEnd(Kind.STOP, null);
  public static final AtEnd SNAPSHOT = new AtEnd(Kind.SNAPSHOT, null);
  public static final AtEnd DESTROY = new AtEnd(Kind.DESTROY, null);

  /** What guests that are made can end by: there is nothing to put them back to. */
  public static final Set<Kind> OF_MADE =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Kind.RESTORE)));

  /** What guests that were there can end by: they are never destroyed. */
  public static final Set<Kind> OF_NAMED =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Kind.DESTROY)));

  /** The ways to end. */
  public enum Kind {
    NOTHING,
    /** Shut down, and stopped when that takes too long. */
    SHUTDOWN,
    STOP,
    /** A snapshot, then shut down. */
    SNAPSHOT,
    /** Shut down, and destroyed after the grace; only what the reservation made. */
    DESTROY,
    /** Put back to a snapshot, running as before; only what was there. */
    RESTORE;

    private String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String word() {
      return this == RESTORE ? "restore: and the name of a snapshot" : wire();
    }
  }

  public AtEnd {
    if ((kind == Kind.RESTORE) != (snapshot != null)) {
      throw new IllegalArgumentException("a guest is put back to a snapshot");
    }
  }

  /** Put back to that snapshot. */
  public static AtEnd restore(SnapshotName snapshot) {
    return new AtEnd(Kind.RESTORE, snapshot);
  }

  /** Whether the guest is destroyed. */
  public boolean destroys() {
    return kind == Kind.DESTROY;
  }

  /** Whether the guest is put back to a snapshot. */
  public boolean restores() {
    return kind == Kind.RESTORE;
  }

  /** What that means for a guest that was made: there is nothing to put it back to. */
  public AtEnd ofMade() {
    return restores() ? DESTROY : this;
  }

  /** What that means for a guest that was there, which is never deleted. */
  public AtEnd ofNamed() {
    return destroys() ? NOTHING : this;
  }

  /** The word in answers and in the database. */
  public String wire() {
    return SnapshotWord.wire(kind.wire(), snapshot);
  }

  public static AtEnd parse(String wire) {
    return parse(wire, EnumSet.allOf(Kind.class));
  }

  /**
   * The same for somebody to whom only some ways are open.
   *
   * @param open what a word that is none is answered with
   */
  public static AtEnd parse(String wire, Set<Kind> open) {
    return SnapshotWord.parse(Kind.class, wire)
        .flatMap(named -> made(named.kind(), named.snapshot()))
        .orElseThrow(() -> new Refusal.Invalid("at_end", rule(open)));
  }

  /** What it must be where only these ways are open. */
  static String rule(Set<Kind> open) {
    var words = new TreeSet<>(open).stream().map(Kind::word).toList();
    var last = words.size() - 1;
    return "must be %s or %s".formatted(String.join(", ", words.subList(0, last)), words.get(last));
  }

  private static Optional<AtEnd> made(Kind kind, @Nullable SnapshotName snapshot) {
    return (kind == Kind.RESTORE) == (snapshot != null)
        ? Optional.of(new AtEnd(kind, snapshot))
        : Optional.empty();
  }
}
