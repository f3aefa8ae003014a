package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What hangs on a virtual machine, and would go with it: NetBox deletes interfaces, addresses, MAC
 * addresses, disks, services, journal entries, contacts and images along with their machine,
 * whoever's they are.
 */
final class Attached {
  private static final String MACHINE = "virtualization.virtualmachine";

  private final NetBoxApi api;
  private final long machine;

  Attached(NetBoxApi api, long machine) {
    this.api = api;
    this.machine = machine;
  }

  /** Something that is not ours, as people call it; empty where there is none. */
  Optional<String> foreign() {
    return Stream.of(
            foreign(Model.VM_INTERFACE, "interface", this::isOfMachine),
            foreign(Model.ADDRESS, "address", row -> true),
            foreign(Model.MAC_ADDRESS, "MAC address", row -> true),
            foreign(Model.VIRTUAL_DISK, "disk", this::isOfMachine),
            foreign(Model.SERVICE, "service", this::isService),
            attached(Model.JOURNAL_ENTRY, "journal entry", "assigned_object"),
            attached(Model.CONTACT_ASSIGNMENT, "contact", "object"),
            attached(Model.IMAGE, "image", "object"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether one of our interfaces has an address that is not ours. */
  boolean hasForeign(long nic) {
    return Stream.of(Model.ADDRESS, Model.MAC_ADDRESS)
        .flatMap(model -> MachineNics.rows(api, model, machine).stream())
        .anyMatch(row -> row.path("assigned_object_id").asLong() == nic && !Mark.isOn(row));
  }

  private Optional<String> foreign(Model model, String noun, Predicate<JsonNode> hangs) {
    return MachineNics.rows(api, model, machine).stream()
        .filter(hangs)
        .filter(row -> !Mark.isOn(row))
        .map(row -> "%s %s".formatted(noun, row.path("display").asText()))
        .findFirst();
  }

  /** What can hang on anything, and bears no mark of ours: Direttore makes none. */
  private Optional<String> attached(Model model, String noun, String on) {
    var query = Map.of(on + "_type", MACHINE, on + "_id", String.valueOf(machine));
    return Listing.whole(api, model.path(), query, row -> true).stream()
        .filter(row -> isOn(row, on))
        .map(row -> "%s %s".formatted(noun, row.path("display").asText()))
        .findFirst();
  }

  private boolean isOn(JsonNode row, String field) {
    return row.path(field + "_type").asText().equals(MACHINE)
        && row.path(field + "_id").asLong() == machine;
  }

  private boolean isOfMachine(JsonNode row) {
    return row.path("virtual_machine").path("id").asLong() == machine;
  }

  /** A release that does not know the filter lists all of them. */
  private boolean isService(JsonNode row) {
    return isOfMachine(row) || isOn(row, "parent_object");
  }
}
