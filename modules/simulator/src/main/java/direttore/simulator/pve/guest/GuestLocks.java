package direttore.simulator.pve.guest;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.lock.FileLocks;
import org.jspecify.annotations.Nullable;

/** The two locks of a guest: the lock file of its processes and the lock in its configuration. */
public final class GuestLocks {
  /** How long most operations wait for the lock file, in seconds. */
  public static final int USUAL = 10;

  private final FileLocks locks;

  /** Locks among these. */
  public GuestLocks(FileLocks locks) {
    this.locks = locks;
  }

  /** Does the work while holding the guest's lock file, waited for so many seconds. */
  public <T extends @Nullable Object> T with(
      Kind kind,
      String node,
      int vmid,
      int seconds,
      FileLocks.Waiter waiter,
      FileLocks.Work<T> work)
      throws InterruptedException {
    return locks.with(FileLocks.LockRequest.file(node, kind.lockFile(vmid), seconds), waiter, work);
  }

  /** Does the work on the guest of a call, for whose lock file it waits as usual. */
  public <T extends @Nullable Object> T with(
      Kind kind, MethodCall call, FileLocks.Waiter waiter, FileLocks.Work<T> work)
      throws InterruptedException {
    return with(kind, call.node(), call.vmid(), USUAL, waiter, work);
  }

  /** Does the work while holding the lock file together with other readers. */
  public <T extends @Nullable Object> T shared(
      Kind kind,
      String node,
      int vmid,
      int seconds,
      FileLocks.Waiter waiter,
      FileLocks.Work<T> work)
      throws InterruptedException {
    var request = FileLocks.LockRequest.file(node, kind.lockFile(vmid), seconds).asShared();
    return locks.with(request, waiter, work);
  }

  /** Refuses a guest whose configuration is locked: {@code VM is locked (backup)}. */
  public static void check(Guest guest) {
    if (guest.lock() != null) {
      throw new Failure("%s is locked (%s)".formatted(guest.kind().title(), guest.lock()));
    }
  }

  /** Refuses when the configuration is not the one that was read, whose digest is given. */
  public static void checkDigest(Guest guest, @Nullable String digest) {
    if (digest != null && !digest.equals(guest.digest())) {
      throw new Failure("checksum mismatch (file change by other user?)");
    }
  }

  /** Refuses a protected guest. */
  public static void checkProtection(Guest guest, String message) {
    if ("1".equals(guest.get("protection"))) {
      throw new Failure(message + " - protection mode enabled");
    }
  }
}
