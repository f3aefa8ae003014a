package direttore.api;

import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.DeviceDetails;
import direttore.domain.inventory.Filters;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpAddress;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Machine;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Slice;
import direttore.domain.inventory.Vlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A copy of NetBox that holds what a test put there, and remembers what was asked of it. */
public final class FakeInventory implements Inventory {
  public CopyState state =
      new CopyState("4.7.3", true, FakeOperations.NOW, FakeOperations.NOW, null, null);

  public final List<String> devices = new ArrayList<>();
  public final List<Prefix> prefixes = new ArrayList<>();
  public final List<IpAddress> addresses = new ArrayList<>();
  public final List<Vlan> vlans = new ArrayList<>();
  public final List<Machine> machines = new ArrayList<>();
  public @Nullable DeviceDetails device;
  public @Nullable PrefixDetails prefix;
  public @Nullable PrefixRoom room;

  /** What the last list was filtered by. */
  public @Nullable Record filter;

  @Override
  public CopyState state() {
    return state;
  }

  @Override
  public Map<Kind, Long> counts() {
    return Map.of(Kind.DEVICE, (long) devices.size());
  }

  private <T> Listed<T> part(List<T> all, Record by, Slice slice) {
    filter = by;
    return new Listed<>(
        all.stream().skip(slice.offset()).limit(slice.limit()).toList(), all.size());
  }

  @Override
  public Listed<String> devices(DeviceFilter by, Slice slice) {
    return part(devices, by, slice);
  }

  @Override
  public Optional<DeviceDetails> device(long id) {
    return Optional.ofNullable(device);
  }

  @Override
  public Listed<Prefix> prefixes(PrefixFilter by, Slice slice) {
    return part(prefixes, by, slice);
  }

  @Override
  public Optional<PrefixDetails> prefix(long id) {
    return Optional.ofNullable(prefix);
  }

  @Override
  public Optional<PrefixRoom> room(long id) {
    return Optional.ofNullable(room);
  }

  @Override
  public Listed<IpAddress> addresses(AddressFilter by, Slice slice) {
    return part(addresses, by, slice);
  }

  @Override
  public Listed<Vlan> vlans(VlanFilter by, Slice slice) {
    return part(vlans, by, slice);
  }

  @Override
  public List<Machine> machines() {
    return machines;
  }

  @Override
  public Filters filters() {
    return new Filters(Map.of(Kind.SITE, List.of(new Named("fra1", "FRA1"))), Map.of(), List.of());
  }
}
