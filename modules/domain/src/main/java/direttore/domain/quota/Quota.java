package direttore.domain.quota;

import direttore.domain.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The most that somebody may have; null sets no bound.
 *
 * @param guests 0 to 100,000
 * @param cores 0 to 1,000,000
 * @param memory MiB, 0 to 2^40
 * @param disk bytes, 0 to 2^60
 */
public record Quota(
    @Nullable Long guests, @Nullable Long cores, @Nullable Long memory, @Nullable Long disk) {
  /** No bound on anything. */
  public static final Quota UNBOUNDED = new Quota(null, null, null, null);

  public Quota {
    var wrong = new Violations();
    check(wrong, Dimension.GUESTS, guests, "");
    check(wrong, Dimension.CORES, cores, "");
    check(wrong, Dimension.MEMORY, memory, " (MiB)");
    check(wrong, Dimension.DISK, disk, " (bytes)");
    wrong.refuseIfAny();
  }

  private static void check(
      Violations wrong, Dimension dimension, @Nullable Long bound, String unit) {
    if (bound != null && (bound < 0 || bound > dimension.largest())) {
      wrong.add(
          dimension.wire(),
          "must be 0 to %d%s, or null for no bound".formatted(dimension.largest(), unit));
    }
  }

  /** The bound of one dimension, or null. */
  public @Nullable Long bound(Dimension dimension) {
    return switch (dimension) {
      case GUESTS -> guests;
      case CORES -> cores;
      case MEMORY -> memory;
      case DISK -> disk;
    };
  }
}
