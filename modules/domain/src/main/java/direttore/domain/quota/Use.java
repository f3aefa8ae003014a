package direttore.domain.quota;

/**
 * What somebody has, with what is being made for them.
 *
 * @param memory MiB
 * @param disk bytes
 */
public record Use(long guests, long cores, long memory, long disk) {
  /** Nothing at all. */
  public static final Use NOTHING = new Use(0, 0, 0, 0);

  /** How much of one dimension. */
  public long of(Dimension dimension) {
    return switch (dimension) {
      case GUESTS -> guests;
      case CORES -> cores;
      case MEMORY -> memory;
      case DISK -> disk;
    };
  }
}
