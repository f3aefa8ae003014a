package direttore.api.record;

import direttore.api.inventory.NetBoxPlace;
import direttore.domain.guest.Guest;
import direttore.domain.inventory.Machine;
import direttore.domain.record.Drift;
import direttore.domain.record.DriftFinder;
import direttore.domain.record.GuestRecord;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where Proxmox and NetBox say different things, as clients see it.
 *
 * @param trouble why the guests may be others by now, or null
 */
record DriftView(List<Item> items, @Nullable String trouble) {

  /** One guest, or one virtual machine. */
  record Item(
      String kind,
      @Nullable GuestView guest,
      @Nullable MachineView machine,
      @Nullable KeptView record,
      List<Drift.Difference> differences,
      @Nullable String remedy) {}

  /** What Proxmox has. */
  record GuestView(String type, String node, int vmid, String name) {}

  /**
   * What NetBox has.
   *
   * @param ours whether it carries Direttore's mark
   */
  record MachineView(long id, String name, String url, boolean ours) {}

  /** What Direttore keeps of it. */
  record KeptView(UUID id, String state) {}

  static DriftView of(DriftFinder.Found found, NetBoxPlace netbox) {
    return new DriftView(
        found.drifts().stream().map(drift -> item(drift, netbox)).toList(), found.trouble());
  }

  private static Item item(Drift drift, NetBoxPlace netbox) {
    var remedy = drift.remedy();
    return new Item(
        drift.kind().wire(),
        guest(drift.guest()),
        machine(drift.machine(), netbox),
        kept(drift.record()),
        drift.differences(),
        remedy == null ? null : remedy.wire());
  }

  private static @Nullable GuestView guest(@Nullable Guest guest) {
    return guest == null
        ? null
        : new GuestView(
            guest.ref().kind().wire(),
            guest.ref().node().value(),
            guest.ref().vmid().value(),
            guest.name());
  }

  private static @Nullable MachineView machine(@Nullable Machine machine, NetBoxPlace netbox) {
    return machine == null
        ? null
        : new MachineView(
            machine.id(),
            machine.name(),
            netbox.page("virtualization/virtual-machines", machine.id()),
            machine.key().isPresent());
  }

  private static @Nullable KeptView kept(@Nullable GuestRecord record) {
    return record == null ? null : new KeptView(record.id(), record.state().wire());
  }
}
