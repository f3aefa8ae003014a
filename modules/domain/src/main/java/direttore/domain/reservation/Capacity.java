package direttore.domain.reservation;

import direttore.domain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a resource there is to be shared; null where that is not bounded. One without any
 * bound is claimed as a whole only.
 *
 * @param memory MiB
 * @param disk bytes
 * @param guests virtual machines and containers together
 * @param coresFactor how many times over its cores may be promised
 * @param memoryFactor how many times over its memory may be promised
 */
public record Capacity(
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer vms,
    @Nullable Integer lxc,
    @Nullable Integer guests,
    double coresFactor,
    double memoryFactor) {
  public static final double HIGHEST_FACTOR = 64;

  /** Of what is claimed as a whole. */
  public static final Capacity WHOLE_ONLY = new Capacity(null, null, null, null, null, null, 1, 1);

  public Capacity {
    atLeastNothing("cores", cores);
    atLeastNothing("memory", memory);
    atLeastNothing("disk", disk);
    atLeastNothing("vms", vms);
    atLeastNothing("lxc", lxc);
    atLeastNothing("guests", guests);
    factor("cores_factor", coresFactor);
    factor("memory_factor", memoryFactor);
  }

  /** That of a node. */
  public static Capacity ofNode(int cores, long memory) {
    return new Capacity(cores, memory, null, null, null, null, 1, 1);
  }

  /** That of a pool. */
  public static Capacity ofPool(int vms, int lxc) {
    return new Capacity(null, null, null, vms, lxc, null, 1, 1);
  }

  public boolean shared() {
    return cores != null
        || memory != null
        || disk != null
        || vms != null
        || lxc != null
        || guests != null;
  }

  /** How many cores may be promised; {@link Long#MAX_VALUE} where that is not bounded. */
  public long promisedCores() {
    return cores == null ? Long.MAX_VALUE : times(cores, coresFactor);
  }

  /** How much memory may be promised, in MiB; {@link Long#MAX_VALUE} where that is not bounded. */
  public long promisedMemory() {
    return memory == null ? Long.MAX_VALUE : times(memory, memoryFactor);
  }

  private static long times(long much, double factor) {
    // Factors have two digits; without rounding first, 100 times 1.1 would be 110.00000000000001.
    return much * Math.round(factor * 100) / 100;
  }

  private static void atLeastNothing(String field, @Nullable Number value) {
    if (value != null && value.longValue() < 0) {
      throw new Refusal.Invalid(field, "must be 0 or more");
    }
  }

  private static void factor(String field, double value) {
    if (!(value >= 0.01 && value <= HIGHEST_FACTOR)) {
      throw new Refusal.Invalid(field, "must be 0.01 to %.0f".formatted(HIGHEST_FACTOR));
    }
  }
}
