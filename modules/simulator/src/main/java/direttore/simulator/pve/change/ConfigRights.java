package direttore.simulator.pve.change;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.schema.ApiSchema;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which privilege the change of a configuration's key asks for. */
public final class ConfigRights {
  private static final Set<String> CPU =
      Set.of("cores", "cpu", "cpulimit", "cpuunits", "numa", "smp", "sockets", "vcpus");
  private static final Set<String> MEMORY = Set.of("memory", "balloon", "shares", "allow-ksm");
  private static final Set<String> HARDWARE =
      Set.of(
          "acpi",
          "hotplug",
          "kvm",
          "machine",
          "scsihw",
          "smbios1",
          "tablet",
          "vga",
          "watchdog",
          "audio0",
          "rng0");
  private static final Set<String> OPTIONS =
      Set.of(
          "agent",
          "autostart",
          "bios",
          "description",
          "keyboard",
          "localtime",
          "migrate_downtime",
          "migrate_speed",
          "name",
          "onboot",
          "ostype",
          "protection",
          "reboot",
          "startdate",
          "startup",
          "tdf",
          "template");
  private static final Set<String> DISK = Set.of("boot", "bootdisk", "vmstatestorage");
  private static final Set<String> CLOUDINIT =
      Set.of(
          "cicustom",
          "cipassword",
          "citype",
          "ciuser",
          "ciupgrade",
          "nameserver",
          "searchdomain",
          "sshkeys");

  private final AccessControl access;
  private final Nodes nodes;

  /** Rights judged by that access control. */
  public ConfigRights(AccessControl access, Nodes nodes) {
    this.access = access;
    this.nodes = nodes;
  }

  /**
   * Refuses a caller who may not change one of the keys.
   *
   * @param pool the pool that a new guest is to join, or null
   * @param values the new values by key; keys that are deleted have none
   */
  public void check(
      Caller caller,
      Kind kind,
      int vmid,
      @Nullable String pool,
      Collection<String> keys,
      Map<String, String> values) {
    if (caller.isRoot()) {
      return;
    }
    var asked = new Asked(caller, vmid, pool);
    for (var key : keys) {
      if (kind == Kind.QEMU) {
        machine(asked, key, values.getOrDefault(key, ""));
      } else {
        container(asked, key, values.getOrDefault(key, ""));
      }
      bridge(caller, kind, key, values.getOrDefault(key, ""));
    }
  }

  private void machine(Asked asked, String key, String value) {
    if (key.matches("(ide|scsi|virtio|sata|efidisk|tpmstate|unused)\\d+")) {
      need(asked, value.contains("media=cdrom") ? "VM.Config.CDROM" : "VM.Config.Disk");
    } else if (CPU.contains(key) || key.matches("numa\\d+")) {
      need(asked, "VM.Config.CPU");
    } else if (MEMORY.contains(key)) {
      need(asked, "VM.Config.Memory");
    } else if (HARDWARE.contains(key) || (key.matches("serial\\d+") && value.equals("socket"))) {
      need(asked, "VM.Config.HWType");
    } else if (OPTIONS.contains(key) || key.equals("tags")) {
      need(asked, "VM.Config.Options");
    } else if (DISK.contains(key)) {
      need(asked, "VM.Config.Disk");
    } else if (key.matches("net\\d+")) {
      need(asked, "VM.Config.Network");
    } else if (CLOUDINIT.contains(key) || key.matches("ipconfig\\d+")) {
      needAny(asked, "VM.Config.Cloudinit", "VM.Config.Network");
    } else if (!key.equals("vmgenid")) {
      throw new Failure("only root can set '%s' config".formatted(key));
    }
  }

  private void container(Asked asked, String key, String value) {
    if (key.matches("cores|cpuunits|cpulimit")) {
      need(asked, "VM.Config.CPU");
    } else if (key.matches("rootfs|mp\\d+|unused\\d+")) {
      need(asked, "VM.Config.Disk");
    } else if (key.matches("memory|swap")) {
      need(asked, "VM.Config.Memory");
    } else if (key.matches("net\\d+|nameserver|searchdomain|hostname")) {
      need(asked, "VM.Config.Network");
    } else if (key.equals("features")) {
      if (!value.isEmpty() && !value.matches("nesting=[01]")) {
        throw Failure.forbidden(
            "changing feature flags (except nesting) is only allowed for root@pam");
      }
      need(asked, "VM.Allocate");
    } else if (key.equals("hookscript")) {
      throw Failure.forbidden("changing the hookscript is only allowed for root@pam");
    } else {
      need(asked, "VM.Config.Options");
    }
  }

  /** The right to use the bridge or virtual network that a device joins. */
  private void bridge(Caller caller, Kind kind, String key, String value) {
    if (!key.matches("net\\d+") || value.isEmpty()) {
      return;
    }
    var bridge =
        kind == Kind.QEMU
            ? ApiSchema.keys("vm-net", value).get("bridge")
            : PropertyString.parse(value).get("bridge");
    if (bridge == null) {
      return;
    }
    var zone =
        nodes.vnets().stream()
            .filter(v -> v.name().equals(bridge))
            .map(Nodes.Vnet::zone)
            .findFirst()
            .orElse("localnetwork");
    var tag = PropertyString.parse(value).get("tag");
    var path = "/sdn/zones/%s/%s".formatted(zone, bridge);
    access.require(caller, tag == null ? path : path + "/" + tag, "SDN.Use");
  }

  private void need(Asked asked, String privilege) {
    if (asked.pool == null || !access.allows(asked.caller, "/pool/" + asked.pool, privilege)) {
      access.require(asked.caller, "/vms/" + asked.vmid, privilege);
    }
  }

  private void needAny(Asked asked, String... privileges) {
    if (asked.pool == null || !access.allowsAny(asked.caller, "/pool/" + asked.pool, privileges)) {
      access.requireAny(asked.caller, "/vms/" + asked.vmid, privileges);
    }
  }

  private record Asked(Caller caller, int vmid, @Nullable String pool) {}
}
