package direttore.domain.guest;

import direttore.domain.Refusal;

/**
 * How much of the lab a guest takes.
 *
 * @param cores processors of all its sockets; 0 where it is not known
 * @param memory MiB; 0 where it is not known
 * @param disk bytes of all its disks; 0 where it is not known
 */
public record GuestSize(int cores, long memory, long disk) {
  /** That of a guest that nobody has looked at. */
  public static final GuestSize UNKNOWN = new GuestSize(0, 0, 0);

  public GuestSize {
    if (cores < 0 || memory < 0 || disk < 0) {
      throw new Refusal.Invalid("size", "must be 0 or more in everything");
    }
  }

  /** The size as the cluster tells it; lists know of the first disk only. */
  public static GuestSize measured(Guest listed, GuestDetail read) {
    var disks = read.disks().stream().mapToLong(GuestDetail.Disk::bytes).sum();
    return listed(listed, disks);
  }

  /** The size as a list tells it, with the bytes of all disks from elsewhere. */
  public static GuestSize listed(Guest listed, long disks) {
    return new GuestSize((int) Math.ceil(listed.cpus()), listed.maxMem() >> 20, disks);
  }
}
