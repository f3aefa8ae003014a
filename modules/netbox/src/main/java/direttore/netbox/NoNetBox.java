package direttore.netbox;

import direttore.domain.allocation.AddressSpace;
import direttore.domain.allocation.Allocation;
import direttore.domain.record.GuestInventory;
import direttore.domain.record.GuestRecord;
import direttore.domain.system.SystemFailure.Kind;
import java.util.Optional;
import java.util.UUID;

/** Where no NetBox is set: nothing is known of any address, and nothing is changed. */
public final class NoNetBox implements AddressSpace, GuestInventory {
  private static NetBoxFailure none() {
    return new NetBoxFailure(
        new Kind.Refused(), "no NetBox is set for the process that works on it (NETBOX_URL)");
  }

  @Override
  public long hold(Allocation allocation) {
    throw none();
  }

  @Override
  public Optional<Long> find(UUID allocation) {
    throw none();
  }

  @Override
  public Recorded record(GuestRecord record) {
    throw none();
  }

  @Override
  public Removed remove(GuestRecord record) {
    throw none();
  }

  @Override
  public Released release(UUID allocation) {
    throw none();
  }
}
