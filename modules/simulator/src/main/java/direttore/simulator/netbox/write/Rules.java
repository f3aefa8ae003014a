package direttore.simulator.netbox.write;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.FieldType;
import org.jspecify.annotations.Nullable;

/** The checks that descriptions name. */
final class Rules {
  private final Database database;
  private final AddressRules addresses;
  private final DeviceRules devices;
  private final MachineRules machines;

  Rules(Database database) {
    this.database = database;
    this.addresses = new AddressRules(database);
    this.devices = new DeviceRules(database);
    this.machines = new MachineRules(database);
  }

  /** Are objects named by type and number there? */
  void objects(Row row, Errors errors) {
    for (var field : row.model().fields().values()) {
      if (field.type() != FieldType.OBJECT_ID || field.of().isEmpty()) {
        continue;
      }
      var type = row.text(field.of());
      var id = row.get(field);
      if (type.isEmpty() && !id.isNull()) {
        errors.add(field.of(), "This field cannot be null.");
      } else if (!type.isEmpty() && id.isNull()) {
        missing(row, field.name(), type, errors);
      } else if (!type.isEmpty() && database.find(type, id.asLong()) == null) {
        errors.add(
            field.name(),
            "Related object not found using the provided value: %s.".formatted(id.asText()));
      }
    }
  }

  private void missing(Row row, String field, String type, Errors errors) {
    if (field.equals("scope_id")) {
      errors.add(Errors.ALL, "Please select a %s.".formatted(database.models().type(type).words()));
    } else if (!row.model().require(field).required()) {
      errors.add(field, "This field cannot be null.");
    }
  }

  void check(Row row, @Nullable Row before, Errors errors) {
    for (var rule : row.model().rules()) {
      switch (rule) {
        case "prefix" -> addresses.prefix(row, errors);
        case "address" -> addresses.address(row, before, errors);
        case "range" -> addresses.range(row, errors);
        case "vlan" -> machines.vlan(row, errors);
        case "rack" -> devices.rack(row, errors);
        case "platform" -> devices.platform(row, errors);
        case "primaryAddresses" -> devices.primaryAddresses(row, errors);
        case "machine" -> machines.machine(row, errors);
        case "interface" -> machines.port(row, errors);
        case "macAddress" -> machines.mac(row, before, errors);
        case "customField" -> customField(row, errors);
        case "eventRule" -> events(row, errors);
        case "token" -> token(row, before, errors);
        default -> throw new IllegalStateException("no rule is called " + rule);
      }
    }
  }

  private static void events(Row row, Errors errors) {
    var wrong = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    var at = 0;
    for (var type : row.get("event_types")) {
      if (!type.asText()
          .matches("object_(created|updated|deleted)|job_(started|completed|failed|errored)")) {
        wrong
            .putArray(String.valueOf(at))
            .add("\"%s\" is not a valid choice.".formatted(type.asText()));
      }
      at++;
    }
    if (!wrong.isEmpty()) {
      errors.set("event_types", wrong);
    }
  }

  private static void customField(Row row, Errors errors) {
    var selects = row.text("type").endsWith("select");
    if (selects && row.get("choice_set").isNull()) {
      errors.add("choice_set", "Selection fields must specify a set of choices.");
    }
  }

  private static void token(Row row, @Nullable Row before, Errors errors) {
    var expires = row.text("expires");
    if (before == null
        && !expires.isEmpty()
        && java.time.Instant.parse(expires).isBefore(java.time.Instant.now())) {
      var now = row.text("created");
      errors.add(
          "expires",
          "Expiration time must be in the future. Current server time is %s (UTC)."
              .formatted(now.substring(0, 19).replace('T', ' ')));
    }
  }
}
