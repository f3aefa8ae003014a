package direttore.proxmox.hypervisor;

import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.proxmox.api.GuestConfig;
import direttore.proxmox.property.Agent;
import direttore.proxmox.property.BootOrder;
import direttore.proxmox.property.Drive;
import direttore.proxmox.property.VmNet;
import direttore.proxmox.transport.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters that make and change VMs. */
final class VmParameters {
  private static final String DISK = "scsi0";
  private static final String IMAGE = "ide2";
  private static final String CLOUD_INIT = "ide0";

  private VmParameters() {}

  /**
   * {@code POST /nodes/{node}/qemu}.
   *
   * @param format of the disk, or null where its storage has only one
   */
  static Parameters create(
      VmId vmid,
      NewVm vm,
      VmSource.Blank source,
      @Nullable String format,
      GuestSecrets secrets,
      String description) {
    var parameters =
        Parameters.none()
            .with("vmid", vmid)
            .with("name", vm.name())
            .with("cores", vm.cores())
            .with("memory", vm.memory())
            .with("ostype", vm.ostype())
            .with("scsihw", "virtio-scsi-single")
            .with("agent", Agent.ENABLED)
            .with(DISK, Drive.disk(source.storage(), source.disk(), format))
            .with("boot", new BootOrder(bootDevices(vm, source)));
    if (source.volid() != null) {
      parameters.with(IMAGE, Drive.cdrom(source.volid()));
    }
    if (CloudInit.needed(vm, secrets)) {
      parameters.with(CLOUD_INIT, Drive.cloudInit(source.storage()));
    }
    nets(parameters, vm.nics(), Map.of());
    labels(parameters, vm.tags());
    return CloudInit.add(parameters, vm, secrets).with("description", description);
  }

  private static List<String> bootDevices(NewVm vm, VmSource.Blank source) {
    var devices = new ArrayList<>(List.of(DISK));
    if (source.volid() != null) {
      devices.add(IMAGE);
    }
    if (!vm.nics().isEmpty()) {
      devices.add("net0");
    }
    return devices;
  }

  /** {@code POST /nodes/{node}/qemu/{vmid}/clone}. */
  static Parameters clone(
      NodeName node, VmId vmid, NewVm vm, VmSource.Clone source, @Nullable String format) {
    return Parameters.none()
        .with("newid", vmid)
        .with("name", vm.name())
        .with("full", source.full())
        .with("storage", source.storage())
        .with("format", format)
        .with("target", node.equals(source.sourceNode()) ? null : node);
  }

  /** {@code PUT /nodes/{node}/qemu/{vmid}/config} of a clone that looks like its template. */
  static Parameters adapt(GuestConfig now, NewVm vm, GuestSecrets secrets) {
    var parameters = Parameters.none().with("cores", vm.cores()).with("memory", vm.memory());
    if (!vm.nics().isEmpty()) {
      nets(parameters, vm.nics(), now.values());
      var surplus =
          now.nets().stream().filter(net -> !parameters.asMap().containsKey(net)).toList();
      parameters.with("delete", surplus.isEmpty() ? null : String.join(",", surplus));
    }
    if (CloudInit.needed(vm, secrets) && !now.hasCloudInitDrive()) {
      drive(parameters, now);
    }
    labels(parameters, vm.tags());
    return CloudInit.add(parameters, vm, secrets);
  }

  /** Without the drive the guest would start and learn nothing of what was asked for. */
  private static void drive(Parameters parameters, GuestConfig now) {
    var slot = now.freeDriveSlot();
    var storage =
        now.disks().stream()
            .flatMap(disk -> Stream.ofNullable(disk.volume().onStorage()))
            .findFirst();
    if (slot.isEmpty() || storage.isEmpty()) {
      throw new HypervisorFailure.Refused(
          "The template has no cloud-init drive, and there is no %s for one."
              .formatted(slot.isEmpty() ? "free slot" : "disk whose storage could hold"),
          Map.of());
    }
    parameters.with(slot.get(), Drive.cloudInit(storage.get()));
  }

  private static void nets(Parameters parameters, List<VmNic> nics, Map<String, Object> now) {
    for (int i = 0; i < nics.size(); i++) {
      var key = "net" + i;
      parameters.with(key, net(nics.get(i), now.get(key)));
    }
  }

  /**
   * The NIC, with the address that the slot has already, so that doing it again changes nothing.
   */
  private static VmNet net(VmNic nic, @Nullable Object now) {
    var mac = now == null ? null : VmNet.macOf(now.toString());
    return new VmNet(nic.model().wire(), mac, nic.bridge(), tag(nic.vlan()), false, Map.of());
  }

  private static void labels(Parameters parameters, List<String> tags) {
    parameters.with("tags", tags.isEmpty() ? null : String.join(";", tags));
  }

  static @Nullable Integer tag(@Nullable Vlan vlan) {
    return vlan == null ? null : vlan.tag();
  }
}
