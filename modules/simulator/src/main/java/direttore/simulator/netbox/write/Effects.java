package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.data.Transaction;
import direttore.simulator.netbox.model.FieldType;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What NetBox does by itself when an object is saved.
 *
 * @param release whose habits it has
 */
record Effects(NetBoxRelease release) {
  private static final List<String> FROM_TEMPLATE =
      List.of("name", "label", "type", "enabled", "mgmt_only", "description");

  /** What follows for the row itself, before it is checked. */
  Row before(Transaction transaction, Row row, @Nullable Row old, JsonNode sent) {
    return switch (row.model().type()) {
      case "virtualization.virtualmachine" -> withSite(transaction, row);
      case "users.token" -> old == null ? new TokenMaker(release).fresh(row, sent) : row;
      case "users.user" -> stampJoined(row, old, transaction);
      case "extras.journalentry" ->
          old == null ? row.with("created_by", LongNode.valueOf(transaction.origin().user())) : row;
      case "dcim.device" -> old == null ? withPlatform(transaction, row, sent) : row;
      case "dcim.interface", "virtualization.vminterface" -> withoutVlan(row);
      default -> row;
    };
  }

  private static Row withPlatform(Transaction transaction, Row row, JsonNode sent) {
    var type = transaction.database().find("dcim.devicetype", row.ref("device_type"));
    return type == null || sent.has("platform")
        ? row
        : row.with("platform", type.get("default_platform"));
  }

  /** An interface without a mode has no untagged VLAN. */
  private static Row withoutVlan(Row row) {
    return row.get("mode").isNull() ? row.with("untagged_vlan", Values.none()) : row;
  }

  private static Row stampJoined(Row row, @Nullable Row old, Transaction transaction) {
    return old == null ? row.with("date_joined", TextNode.valueOf(transaction.now())) : row;
  }

  private static Row withSite(Transaction transaction, Row row) {
    var cluster = transaction.database().find("virtualization.cluster", row.ref("cluster"));
    return cluster != null && cluster.text("scope_type").equals("dcim.site") && row.ref("site") == 0
        ? row.with("site", LongNode.valueOf(cluster.ref("scope_id")))
        : row;
  }

  /** What follows for others, once the row is kept. */
  Row after(Transaction transaction, Row row, JsonNode sent) {
    return switch (row.model().type()) {
      case "dcim.device" -> withInterfaces(transaction, row);
      case "dcim.interface", "virtualization.vminterface" -> withMac(transaction, row, sent);
      case "virtualization.virtualdisk" -> summed(transaction, row);
      default -> row;
    };
  }

  private static Row summed(Transaction transaction, Row disk) {
    var database = transaction.database();
    var machine = database.find("virtualization.virtualmachine", disk.ref("virtual_machine"));
    if (machine != null) {
      var total =
          database
              .table(disk.model())
              .having("virtual_machine", String.valueOf(machine.id()))
              .stream()
              .mapToLong(one -> one.ref("size"))
              .sum();
      transaction.adjust(machine.with("disk", LongNode.valueOf(total)));
    }
    return disk;
  }

  private static Row withInterfaces(Transaction transaction, Row device) {
    var database = transaction.database();
    var model = database.models().type("dcim.interface");
    var own = String.valueOf(device.id());
    if (!database.table(model).having("device", own).isEmpty()
        || !device.get("created").equals(device.get("last_updated"))) {
      return device;
    }
    var type = String.valueOf(device.ref("device_type"));
    for (var template : database.table("dcim.interfacetemplate").having("device_type", type)) {
      var port = blank(transaction.create(model)).with("device", LongNode.valueOf(device.id()));
      for (var field : FROM_TEMPLATE) {
        port = port.with(field, template.get(field));
      }
      transaction.insert(port);
    }
    return device;
  }

  private static Row blank(Row empty) {
    var row = empty;
    for (var field : row.model().fields().values()) {
      if (field.type() == FieldType.BOOLEAN) {
        row = row.with(field.name(), com.fasterxml.jackson.databind.node.BooleanNode.FALSE);
      } else if (field.type() == FieldType.REFS || field.type() == FieldType.TAGS) {
        row =
            row.with(
                field.name(),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode());
      } else if (field.type() == FieldType.CUSTOM_FIELDS) {
        row =
            row.with(
                field.name(),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
      }
    }
    return row;
  }

  /** From 4.7 on, a MAC address written to an interface becomes an object of its own. */
  private Row withMac(Transaction transaction, Row port, JsonNode sent) {
    var written = sent.path("mac_address");
    if (!release.isModern() || !written.isTextual() || written.asText().isEmpty()) {
      return port;
    }
    var model = transaction.database().models().type("dcim.macaddress");
    var values =
        new Values(transaction.database().models(), new References(transaction.database()));
    var address = values.parse(model.require("mac_address"), written);
    var mac =
        blank(transaction.create(model))
            .with("mac_address", address)
            .with("assigned_object_type", TextNode.valueOf(port.model().type()))
            .with("assigned_object_id", LongNode.valueOf(port.id()));
    transaction.insert(mac);
    var joined = port.with("primary_mac_address", LongNode.valueOf(mac.id()));
    transaction.adjust(joined);
    return joined;
  }
}
