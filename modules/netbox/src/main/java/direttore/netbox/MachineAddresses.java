package direttore.netbox;

import direttore.domain.inventory.SourceObject;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestFacts.Ip;
import direttore.domain.record.GuestRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses of a guest's virtual machine: those that are held for it, and others set on it. */
final class MachineAddresses {
  private static final String INTERFACE = "virtualization.vminterface";

  /** NetBox takes no other DNS names. */
  private static final String DNS_NAME = "[0-9a-z_-]+(\\.[0-9a-z_-]+)*";

  private final NetBoxApi api;
  private final NetBoxWriter writer;
  private final GuestRecord record;
  private final long machine;

  MachineAddresses(NetBoxApi api, NetBoxWriter writer, GuestRecord record, long machine) {
    this.api = api;
    this.writer = writer;
    this.record = record;
    this.machine = machine;
  }

  /**
   * Assigns them to their interfaces; answers the allocations that are. What is not ours by its
   * mark stays as it is.
   *
   * @param nics the ids of the interfaces, by number
   */
  List<UUID> write(GuestFacts facts, Map<Integer, Long> nics) {
    var assigned = new ArrayList<UUID>();
    var primary = new HashMap<String, Long>();
    for (var ip : facts.addresses()) {
      var nic = nics.get(ip.nic());
      if (nic == null) {
        continue;
      }
      var there = there(ip, nic, facts);
      there.ifPresent(object -> {
        assign(object, nic, facts);
        primary.putIfAbsent(ip.cidr().contains(":") ? "primary_ip6" : "primary_ip4", object.id());
        if (ip.allocation() != null) {
          assigned.add(ip.allocation());
        }
      });
    }
    removeOthers(facts);
    primary.forEach(this::makePrimary);
    return assigned;
  }

  private Optional<SourceObject> there(Ip ip, long nic, GuestFacts facts) {
    if (ip.allocation() != null) {
      return writer.find(Model.ADDRESS, ip.allocation()).filter(Mark::isOn);
    }
    var key = key(ip.host());
    var ours = writer.find(Model.ADDRESS, key);
    return ours.isPresent() ? ours.filter(Mark::isOn) : made(ip, key, nic, facts);
  }

  private UUID key(String host) {
    return MachineNics.key(record.id(), "ip/" + NormalForm.address(host));
  }

  private static String host(String cidr) {
    return cidr.substring(0, cidr.indexOf('/'));
  }

  /** One that was set by hand, if nobody has it and it lies in the prefixes of one VRF. */
  private Optional<SourceObject> made(Ip ip, UUID key, long nic, GuestFacts facts) {
    var host = ip.host();
    var taken =
        Listing.whole(
            api,
            Model.ADDRESS.path(),
            Map.of("address", host),
            row -> isAt(row.path("address").asText(), host));
    var vrf = vrf(host);
    if (!taken.isEmpty() || vrf.isEmpty()) {
      return Optional.empty();
    }
    var fields = new HashMap<String, @Nullable Object>(assignment(nic));
    fields.put("address", ip.cidr());
    fields.put("vrf", vrf.get() == 0 ? null : vrf.get());
    fields.put("dns_name", dnsName(facts));
    fields.put("tags", Mark.tags());
    fields.put("description", Mark.description("Set on " + facts.about(), key));
    return Optional.of(writer.create(Model.ADDRESS, key, fields));
  }

  private static boolean isAt(String cidr, String host) {
    return NormalForm.address(cidr).startsWith(NormalForm.address(host) + "/");
  }

  /** The only VRF in whose prefixes it lies, 0 for the global table. */
  private Optional<Long> vrf(String host) {
    var vrfs = new HashSet<Long>();
    Listing.whole(api, Model.PREFIX.path(), Map.of("contains", host), row -> true)
        .forEach(row -> vrfs.add(row.path("vrf").path("id").asLong()));
    return vrfs.size() == 1 ? vrfs.stream().findFirst() : Optional.empty();
  }

  private static Map<String, Object> assignment(long nic) {
    return Map.of("status", "active", "assigned_object_type", INTERFACE, "assigned_object_id", nic);
  }

  private void assign(SourceObject address, long nic, GuestFacts facts) {
    var fields = new HashMap<String, @Nullable Object>(assignment(nic));
    var name = Mark.json(address).path("dns_name").asText();
    if (name.isEmpty() || name.equals(dnsName(record.written()))) {
      fields.put("dns_name", dnsName(facts));
    }
    writer.change(Model.ADDRESS, address, fields);
  }

  private static String dnsName(@Nullable GuestFacts facts) {
    var name = facts == null ? "" : facts.name().toLowerCase(Locale.ROOT);
    return name.matches(DNS_NAME) ? name : "";
  }

  /** Those of ours that were set by hand, and are no more. */
  private void removeOthers(GuestFacts facts) {
    var wanted =
        facts.addresses().stream()
            .filter(ip -> ip.allocation() == null)
            .map(ip -> key(ip.host()))
            .toList();
    for (var row : MachineNics.rows(api, Model.ADDRESS, machine)) {
      var key = key(host(row.path("address").asText()));
      if (Mark.isOn(row, key) && !wanted.contains(key)) {
        writer.delete(Model.ADDRESS, NetBox.object(row));
      }
    }
  }

  /** Unless somebody chose another. */
  private void makePrimary(String field, long address) {
    var at = writer.read(Model.VIRTUAL_MACHINE, machine);
    if (Mark.json(at).path(field).isNull()) {
      writer.change(Model.VIRTUAL_MACHINE, at, Map.of(field, address));
    }
  }
}
