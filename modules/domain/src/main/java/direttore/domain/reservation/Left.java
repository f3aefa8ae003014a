package direttore.domain.reservation;

import org.jspecify.annotations.Nullable;

/**
 * How much is left of a resource; null where that is not bounded.
 *
 * @param memory MiB
 * @param disk bytes
 * @param guests virtual machines and containers together
 * @param addresses of a prefix of NetBox
 */
public record Left(
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer vms,
    @Nullable Integer lxc,
    @Nullable Integer guests,
    @Nullable Integer addresses) {
  /** So many addresses of a prefix. */
  static Left addresses(int free) {
    return new Left(null, null, null, null, null, null, free);
  }
}
