package direttore.simulator.netbox.write;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Display;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.net.Network;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What devices must not be.
 *
 * @param database with the others
 */
record DeviceRules(Database database) {

  void rack(Row row, Errors errors) {
    var rack = database.find("dcim.rack", row.ref("rack"));
    var site = database.find("dcim.site", row.ref("site"));
    if (rack != null && site != null && rack.ref("site") != site.id()) {
      errors.add(
          "rack",
          "Rack %s does not belong to site %s."
              .formatted(new Display(database).of(rack), site.text("name")));
      return;
    }
    if (rack == null || row.get("position").isNull()) {
      return;
    }
    if (row.text("face").isEmpty()) {
      errors.add("face", "Must specify rack face when defining rack position.");
      return;
    }
    var type = type(row);
    var bottom = row.get("position").decimalValue();
    var taken =
        database.table("dcim.device").having("rack", String.valueOf(rack.id())).stream()
            .filter(other -> other.id() != row.id() && !other.get("position").isNull())
            .filter(other -> faces(row, other))
            .anyMatch(other -> overlaps(bottom, height(type), other));
    if (taken) {
      errors.add(
          "position",
          "U%s is already occupied or does not have sufficient space to accommodate this device type: %s (%sU)"
              .formatted(
                  bottom.doubleValue(),
                  type == null ? "" : type.text("model"),
                  height(type).doubleValue()));
    }
  }

  private boolean faces(Row row, Row other) {
    return full(row) || full(other) || row.text("face").equals(other.text("face"));
  }

  private boolean full(Row row) {
    var type = type(row);
    return type == null || type.get("is_full_depth").asBoolean();
  }

  private boolean overlaps(BigDecimal bottom, BigDecimal height, Row other) {
    var from = other.get("position").decimalValue();
    var to = from.add(height(type(other)));
    return bottom.compareTo(to) < 0 && from.compareTo(bottom.add(height)) < 0;
  }

  private static BigDecimal height(@Nullable Row type) {
    return type == null ? BigDecimal.ONE : new BigDecimal(type.get("u_height").asText("1"));
  }

  private @Nullable Row type(Row row) {
    return database.find("dcim.devicetype", row.ref("device_type"));
  }

  void platform(Row row, Errors errors) {
    var platform = database.find("dcim.platform", row.ref("platform"));
    var type = type(row);
    if (platform == null || type == null || platform.ref("manufacturer") == 0) {
      return;
    }
    if (platform.ref("manufacturer") != type.ref("manufacturer")) {
      errors.add(
          "platform",
          "The assigned platform is limited to %s device types, but this device's type belongs to %s."
              .formatted(maker(platform), maker(type)));
    }
  }

  private String maker(Row row) {
    var maker = database.find("dcim.manufacturer", row.ref("manufacturer"));
    return maker == null ? "" : maker.text("name");
  }

  void primaryAddresses(Row row, Errors errors) {
    var machine = row.model().type().equals("virtualization.virtualmachine");
    for (var family : List.of(4, 6)) {
      var field = "primary_ip" + family;
      var address = database.find("ipam.ipaddress", row.ref(field));
      if (address == null) {
        continue;
      }
      var network = Network.of(address.text("address"));
      if (network.family() != family) {
        errors.add(
            field,
            "Must be an IPv%d address. (%s is an IPv%d address.)"
                .formatted(family, network, network.family()));
      } else if (!belongs(address, row, machine) && !isInside(address, row, machine)) {
        errors.add(
            field,
            "The specified IP address (%s) is not assigned to this %s."
                .formatted(network, machine ? "VM" : "device"));
      }
    }
  }

  private boolean belongs(Row address, Row row, boolean machine) {
    var type = machine ? "virtualization.vminterface" : "dcim.interface";
    var port = database.find(type, address.ref("assigned_object_id"));
    return port != null
        && address.text("assigned_object_type").equals(type)
        && port.ref(machine ? "virtual_machine" : "device") == row.id();
  }

  /** An address behind NAT may be primary where the inner one belongs to the device. */
  private boolean isInside(Row address, Row row, boolean machine) {
    var inside = database.find("ipam.ipaddress", address.ref("nat_inside"));
    return inside != null && belongs(inside, row, machine);
  }
}
