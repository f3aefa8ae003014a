package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a guest's virtual machine. Their MAC addresses are objects of their own, which
 * an interface names as its primary one: so all releases since 4.2 take them.
 */
final class MachineNics {
  private static final String PRIMARY = "primary_mac_address";

  private final NetBoxApi api;
  private final NetBoxWriter writer;
  private final GuestRecord record;
  private final long machine;

  MachineNics(NetBoxApi api, NetBoxWriter writer, GuestRecord record, long machine) {
    this.api = api;
    this.writer = writer;
    this.record = record;
    this.machine = machine;
  }

  /** The key of a part of a record. */
  static UUID key(UUID record, String part) {
    return UUID.nameUUIDFromBytes((record + "/" + part).getBytes(StandardCharsets.UTF_8));
  }

  private UUID nicKey(int number) {
    return key(record.id(), "nic/" + number);
  }

  private UUID macKey(int number) {
    return key(record.id(), "mac/" + number);
  }

  /** The rows that hang on a machine. */
  static List<JsonNode> rows(NetBoxApi api, Model model, long machine) {
    return Listing.whole(
        api, model.path(), Map.of("virtual_machine_id", String.valueOf(machine)), row -> true);
  }

  /** Has NetBox have the wanted ones, and none of ours beside them; answers their ids by number. */
  Map<Integer, Long> write(GuestFacts facts) {
    var there = ofThisMachine(rows(api, Model.VM_INTERFACE, machine));
    var ids = new HashMap<Integer, Long>();
    var missing = new LinkedHashMap<UUID, Map<String, @Nullable Object>>();
    for (var nic : facts.nics()) {
      var key = nicKey(nic.number());
      var ours = ours(there, key);
      if (ours.isPresent()) {
        var changed = changed(nic, key);
        if (!changed.isEmpty()) {
          writer.change(Model.VM_INTERFACE, NetBox.object(ours.get()), changed);
        }
        ids.put(nic.number(), id(ours.get()));
      } else {
        missing.put(key, made(nic, key));
      }
    }
    for (var made : writer.createAll(Model.VM_INTERFACE, missing)) {
      facts.nics().stream()
          .filter(nic -> Mark.isOn(Mark.json(made), nicKey(nic.number())))
          .forEach(nic -> ids.put(nic.number(), made.id()));
    }
    writeMacs(facts, ids);
    return ids;
  }

  private List<JsonNode> ofThisMachine(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> row.path("virtual_machine").path("id").asLong() == machine)
        .toList();
  }

  private static Optional<JsonNode> ours(List<JsonNode> rows, UUID key) {
    return rows.stream().filter(row -> Mark.isOn(row, key)).findFirst();
  }

  private static long id(JsonNode row) {
    return row.path("id").asLong();
  }

  private Map<String, @Nullable Object> made(GuestFacts.Nic nic, UUID key) {
    var fields = MachineFields.of(nic, key);
    fields.put("virtual_machine", machine);
    fields.put("enabled", true);
    fields.put("tags", Mark.tags());
    return fields;
  }

  private Map<String, @Nullable Object> changed(GuestFacts.Nic nic, UUID key) {
    var before = written(nic.number()).map(written -> MachineFields.of(written, key)).orElse(null);
    return MachineFields.changed(MachineFields.of(nic, key), before);
  }

  private Optional<GuestFacts.Nic> written(int number) {
    var facts = record.written();
    return facts == null
        ? Optional.empty()
        : facts.nics().stream().filter(nic -> nic.number() == number).findFirst();
  }

  private void writeMacs(GuestFacts facts, Map<Integer, Long> nics) {
    var there = rows(api, Model.MAC_ADDRESS, machine);
    var missing = new LinkedHashMap<UUID, Map<String, @Nullable Object>>();
    for (var nic : facts.nics()) {
      if (nic.mac() == null) {
        continue;
      }
      var ours = ours(there, macKey(nic.number()));
      if (ours.isEmpty()) {
        missing.put(
            macKey(nic.number()), made(nic, Objects.requireNonNull(nics.get(nic.number()))));
      } else if (!ours.get().path("mac_address").asText().equalsIgnoreCase(nic.mac())) {
        writer.change(
            Model.MAC_ADDRESS, NetBox.object(ours.get()), Map.of("mac_address", nic.mac()));
      }
    }
    writer.createAll(Model.MAC_ADDRESS, missing);
    for (var nic : facts.nics()) {
      if (nic.mac() != null) {
        makePrimary(macKey(nic.number()), Objects.requireNonNull(nics.get(nic.number())));
      }
    }
  }

  private Map<String, @Nullable Object> made(GuestFacts.Nic nic, long at) {
    return Map.of(
        "mac_address", Objects.requireNonNull(nic.mac()),
        "assigned_object_type", "virtualization.vminterface",
        "assigned_object_id", at,
        "description", Mark.description(nic.name(), macKey(nic.number())),
        "tags", Mark.tags());
  }

  /** Unless somebody chose another. */
  private void makePrimary(UUID key, long nic) {
    var at = writer.read(Model.VM_INTERFACE, nic);
    if (Mark.json(at).path(PRIMARY).isNull()) {
      writer
          .find(Model.MAC_ADDRESS, key)
          .ifPresent(mac -> writer.change(Model.VM_INTERFACE, at, Map.of(PRIMARY, mac.id())));
    }
  }

  /** Removes those of ours that the guest has no more, unless something of others hangs on them. */
  void removeOthers(GuestFacts facts) {
    var wanted = facts.nics().stream().map(nic -> nicKey(nic.number())).toList();
    for (var row : ofThisMachine(rows(api, Model.VM_INTERFACE, machine))) {
      if (Mark.isOn(row)
          && wanted.stream().noneMatch(key -> Mark.isOn(row, key))
          && isBare(id(row))) {
        writer.delete(Model.VM_INTERFACE, NetBox.object(row));
      }
    }
  }

  private boolean isBare(long nic) {
    return !new Attached(api, machine).hasForeign(nic);
  }
}
