package direttore.domain.reservation;

import direttore.domain.Refusal;

/**
 * How much of a resource.
 *
 * @param memory MiB
 * @param disk bytes
 * @param vms virtual machines
 * @param lxc containers
 */
public record Amount(int cores, long memory, long disk, int vms, int lxc) {
  public static final int MOST_CORES = 100_000;
  public static final long MOST_MEMORY = 1L << 30;
  public static final long MOST_DISK = 1L << 53;
  public static final Amount NONE = new Amount(0, 0, 0, 0, 0);

  public Amount {
    within("cores", cores, MOST_CORES);
    within("memory", memory, MOST_MEMORY);
    within("disk", disk, MOST_DISK);
    within("vms", vms, MOST_CORES);
    within("lxc", lxc, MOST_CORES);
  }

  public static Amount of(int cores, long memory, long disk) {
    return new Amount(cores, memory, disk, 0, 0);
  }

  /** As much more. */
  public Amount plus(Amount other) {
    return new Amount(
        cores + other.cores,
        memory + other.memory,
        disk + other.disk,
        vms + other.vms,
        lxc + other.lxc);
  }

  public boolean nothing() {
    return equals(NONE);
  }

  static void within(String field, long value, long most) {
    if (value < 0 || value > most) {
      throw new Refusal.Invalid(field, "must be 0 to %d".formatted(most));
    }
  }
}
