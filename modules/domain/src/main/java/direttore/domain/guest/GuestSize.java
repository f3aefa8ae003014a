package direttore.domain.guest;

import direttore.domain.Refusal;

/**
 * How much of the lab a guest takes.
 *
 * @param cores processors of all its sockets; 0 where it is not known
 * @param memory MiB, with a container's swap; 0 where it is not known
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
    var known = listed(listed, disks);
    return new GuestSize(known.cores(), known.memory() + read.swap(), disks);
  }

  /** The size as a list tells it, with the bytes of all disks from elsewhere. */
  public static GuestSize listed(Guest listed, long disks) {
    return new GuestSize((int) Math.ceil(listed.cpus()), listed.maxMem() >> 20, disks);
  }

  /** With no less memory than before: lists do not tell a container's swap. */
  public GuestSize atLeastMemory(GuestSize before) {
    return new GuestSize(cores, Math.max(memory, before.memory()), disk);
  }
}
