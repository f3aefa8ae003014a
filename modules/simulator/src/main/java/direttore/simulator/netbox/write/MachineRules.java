package direttore.simulator.netbox.write;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Display;
import direttore.simulator.netbox.data.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What virtual machines, interfaces, MAC addresses and VLANs must not be.
 *
 * @param database with the others
 */
record MachineRules(Database database) {

  void machine(Row row, Errors errors) {
    if (row.ref("site") == 0 && row.ref("cluster") == 0 && row.ref("device") == 0) {
      errors.add(Errors.ALL, "A virtual machine must be assigned to a site, cluster, or device.");
    }
    var cluster = database.find("virtualization.cluster", row.ref("cluster"));
    var site = database.find("dcim.site", row.ref("site"));
    if (cluster != null
        && site != null
        && cluster.text("scope_type").equals("dcim.site")
        && cluster.ref("scope_id") != site.id()) {
      errors.add(
          "cluster",
          "The selected cluster (%s) is not assigned to this site (%s)."
              .formatted(cluster.text("name"), site.text("name")));
    }
    disks(row, errors);
  }

  private void disks(Row row, Errors errors) {
    var disks =
        database
            .table("virtualization.virtualdisk")
            .having("virtual_machine", String.valueOf(row.id()));
    var total = disks.stream().mapToLong(disk -> disk.ref("size")).sum();
    if (!disks.isEmpty() && !row.get("disk").isNull() && row.ref("disk") != total) {
      errors.add(
          "disk",
          "The specified disk size (%d) must match the aggregate size of assigned virtual disks (%d)."
              .formatted(row.ref("disk"), total));
    }
  }

  void port(Row row, Errors errors) {
    var mac = database.find("dcim.macaddress", row.ref("primary_mac_address"));
    if (mac != null && !isAt(mac, row)) {
      var other = database.find(mac.text("assigned_object_type"), mac.ref("assigned_object_id"));
      errors.add(
          Errors.ALL,
          other == null
              ? "MAC address %s is not assigned to an interface.".formatted(mac.text("mac_address"))
              : "MAC address %s is assigned to a different interface (%s)."
                  .formatted(mac.text("mac_address"), other.text("name")));
    }
    var machine = database.find("virtualization.virtualmachine", row.ref("virtual_machine"));
    if (machine == null) {
      return;
    }
    for (var id : row.refs("tagged_vlans")) {
      var vlan = database.find("ipam.vlan", id);
      if (vlan != null && vlan.ref("site") != 0 && vlan.ref("site") != machine.ref("site")) {
        errors.add(
            "tagged_vlans",
            "VLAN %s must belong to the same site as the interface's parent virtual machine, or it must be global."
                .formatted(new Display(database).of(vlan)));
      }
    }
  }

  private static boolean isAt(Row mac, Row port) {
    return mac.ref("assigned_object_id") == port.id()
        && mac.text("assigned_object_type").equals(port.model().type());
  }

  void mac(Row row, @Nullable Row before, Errors errors) {
    if (before == null
        || (row.get("assigned_object_id").equals(before.get("assigned_object_id"))
            && row.text("assigned_object_type").equals(before.text("assigned_object_type")))) {
      return;
    }
    var port = database.find(before.text("assigned_object_type"), before.ref("assigned_object_id"));
    if (port != null && port.ref("primary_mac_address") == row.id()) {
      errors.add(
          Errors.ALL,
          "Cannot reassign MAC Address while it is designated as the primary MAC for an object");
    }
  }

  void vlan(Row row, Errors errors) {
    var group = database.find("ipam.vlangroup", row.ref("group"));
    if (group == null) {
      return;
    }
    var site = database.find("dcim.site", row.ref("site"));
    if (site != null
        && !group.text("scope_type").isEmpty()
        && !(group.text("scope_type").equals("dcim.site") && group.ref("scope_id") == site.id())) {
      var scope = database.find(group.text("scope_type"), group.ref("scope_id"));
      errors.add(
          Errors.ALL,
          "VLAN is assigned to group %s (scope: %s); cannot also assign to site %s."
              .formatted(
                  group.text("name"), scope == null ? "" : scope.text("name"), site.text("name")));
    }
    if (!allows(group, row.ref("vid"))) {
      errors.add(
          "vid",
          "VID must be in ranges %s for VLANs in group %s"
              .formatted(String.join(",", ranges(group)), group.text("name")));
    }
  }

  /** Is a VLAN ID within the ranges of a group? */
  static boolean allows(Row group, long vid) {
    for (var range : group.get("vid_ranges")) {
      if (vid >= range.get(0).asLong() && vid <= range.get(1).asLong()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> ranges(Row group) {
    var all = new ArrayList<String>();
    for (var range : group.get("vid_ranges")) {
      all.add(range.get(0).asText() + "-" + range.get(1).asText());
    }
    return all;
  }
}
