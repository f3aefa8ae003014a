package direttore.api.guest;

import direttore.domain.guest.Guest;

/**
 * What a guest uses, as precisely as lists show it, so that what nobody would see is no change.
 *
 * @param cpu share of its processors in use, 0 to 1, to the hundredth
 * @param mem bytes of memory in use, to a tenth of a GiB, or of a MiB where it may use less than a
 *     GiB
 */
record GuestFigures(int vmid, double cpu, long mem) {
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  static GuestFigures of(Guest guest) {
    return new GuestFigures(
        guest.ref().vmid().value(),
        Math.round(guest.cpu() * 100) / 100.0,
        tenths(guest.mem(), guest.maxMem() < GIB ? MIB : GIB));
  }

  private static long tenths(long bytes, long unit) {
    return Math.round(Math.round(bytes * 10.0 / unit) / 10.0 * unit);
  }
}
