package direttore.domain.reservation;

import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import java.util.Optional;

/**
 * What a guest that is made takes of a storage.
 *
 * @param storage as its node calls it
 * @param bytes of all its disks
 */
public record DiskTaken(String storage, long bytes) {
  /**
   * Empty where it is not known how much will lie where: of a copy whose disks could not be read or
   * are on several storages, and of a linked clone, which takes what it will write and no more.
   */
  public static Optional<DiskTaken> of(GuestAction.Creation making) {
    var bytes = making.size().disk();
    return storage(making)
        .filter(storage -> bytes > 0)
        .map(storage -> new DiskTaken(storage, bytes));
  }

  private static Optional<String> storage(GuestAction.Creation making) {
    return switch (making) {
      case GuestAction.CreateContainer made -> Optional.of(made.container().storage());
      case GuestAction.CreateVm made ->
          switch (made.vm().source()) {
            case VmSource.Blank blank -> Optional.of(blank.storage());
            case VmSource.Clone clone when clone.full() && clone.storages().size() == 1 ->
                clone.storages().stream().findFirst();
            case VmSource.Clone _ -> Optional.empty();
          };
    };
  }
}
