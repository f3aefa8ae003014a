package direttore.domain.record;

import direttore.domain.guest.Guest;
import direttore.domain.inventory.Machine;
import direttore.domain.record.Drift.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which facts of a guest Proxmox and NetBox say otherwise. */
final class Differences {
  private static final int MIB = 20;

  private Differences() {}

  /** Those of a record and what NetBox has of it. */
  static List<Difference> of(GuestFacts facts, Machine machine) {
    var differences = new ArrayList<Difference>();
    // One whose name another has bears its VMID behind it.
    if (!machine.name().startsWith(facts.name())) {
      differences.add(new Difference("name", machine.name(), facts.name()));
    }
    differ(differences, "status", machine.status(), facts.running() ? "active" : "offline");
    differ(differences, "vcpus", number(machine.vcpus()), number(facts.cores()));
    differ(differences, "memory", number(machine.memory()), number(facts.memory()));
    differ(differences, "disk", number(machine.disk()), number(facts.disk()));
    differ(
        differences,
        "interfaces",
        interfaces(machine.interfaces().stream().map(nic -> nic(nic.name(), nic.mac()))),
        interfaces(facts.nics().stream().map(nic -> nic(nic.name(), nic.mac()))));
    return differences;
  }

  /** Those of a guest and what somebody else entered of it: what was left out is no difference. */
  static List<Difference> of(Guest guest, Machine machine) {
    var differences = new ArrayList<Difference>();
    differ(differences, "status", machine.status(), guest.running() ? "active" : "offline");
    if (machine.vcpus() != null) {
      differ(differences, "vcpus", number(machine.vcpus()), number(Math.ceil(guest.cpus())));
    }
    if (machine.memory() != null) {
      differ(differences, "memory", number(machine.memory()), number(guest.maxMem() >> MIB));
    }
    return differences;
  }

  private static void differ(
      List<Difference> differences,
      String field,
      @Nullable String netbox,
      @Nullable String proxmox) {
    if (!Objects.equals(netbox, proxmox)) {
      differences.add(new Difference(field, netbox, proxmox));
    }
  }

  private static String nic(String name, @Nullable String mac) {
    return mac == null ? name : name + " " + mac;
  }

  private static @Nullable String interfaces(Stream<String> nics) {
    var all = nics.sorted().collect(Collectors.joining(", "));
    return all.isEmpty() ? null : all;
  }

  /** As NetBox shows it: nothing for what is not known, no zeros behind a point. */
  private static @Nullable String number(@Nullable Number value) {
    if (value == null || value.doubleValue() == 0) {
      return null;
    }
    return value.doubleValue() == value.longValue()
        ? String.valueOf(value.longValue())
        : value.toString();
  }
}
