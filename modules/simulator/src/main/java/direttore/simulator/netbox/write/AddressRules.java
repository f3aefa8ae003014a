package direttore.simulator.netbox.write;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Display;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.net.Network;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What prefixes, addresses and ranges must not be.
 *
 * @param database with the others
 */
record AddressRules(Database database) {
  private static final Set<String> SHARED =
      Set.of("anycast", "vip", "vrrp", "hsrp", "glbp", "carp");

  void prefix(Row row, Errors errors) {
    var own = Network.of(row.text("prefix"));
    if (!isUniqueSpace(row)) {
      return;
    }
    var taken =
        database
            .table("ipam.prefix")
            .within("prefix", own.family(), own.value(), own.value())
            .stream()
            .anyMatch(p ->
                p.id() != row.id()
                    && p.text("prefix").equals(row.text("prefix"))
                    && p.get("vrf").equals(row.get("vrf")));
    if (taken) {
      errors.add("prefix", "Duplicate prefix found in %s: %s".formatted(space(row), own));
    }
  }

  void address(Row row, @Nullable Row before, Errors errors) {
    var own = Network.of(row.text("address"));
    if (row.text("assigned_object_type").endsWith("interface")) {
      edge(own, errors);
    }
    if (!errors.isEmpty()) {
      return;
    }
    duplicate(row, own, errors);
    populated(row, before, own, errors);
    if (row.text("status").equals("slaac") && own.family() == 4) {
      errors.add("status", "Only IPv6 addresses can be assigned SLAAC status");
    }
    if (before != null && isMoved(row, before) && isPrimary(row)) {
      errors.add(
          Errors.ALL,
          "Cannot reassign IP address while it is designated as the primary IP for the parent"
              + " object");
    }
  }

  private void duplicate(Row row, Network own, Errors errors) {
    if (!isUniqueSpace(row)) {
      return;
    }
    for (var other : at(own)) {
      var same = other.id() != row.id() && other.get("vrf").equals(row.get("vrf"));
      var shared = SHARED.contains(other.text("role")) && SHARED.contains(row.text("role"));
      if (same && !shared) {
        errors.add(
            "address",
            "Duplicate IP address found in %s: %s".formatted(space(row), other.text("address")));
        return;
      }
    }
  }

  private void populated(Row row, @Nullable Row before, Network own, Errors errors) {
    if (before != null && before.text("address").equals(row.text("address"))) {
      return;
    }
    for (var range : database.table("ipam.iprange").all()) {
      if (range.get("mark_populated").asBoolean()
          && range.get("vrf").equals(row.get("vrf"))
          && holds(range, own)) {
        errors.add(
            "address",
            "Cannot create IP address %s inside range %s."
                .formatted(own, new Display(database).of(range)));
      }
    }
  }

  private java.util.List<Row> at(Network own) {
    return database
        .table("ipam.ipaddress")
        .within("address", own.family(), own.value(), own.value());
  }

  private static void edge(Network own, Errors errors) {
    if (own.family() == 4 && own.length() < 31) {
      if (own.value().equals(own.first())) {
        errors.add(
            Errors.ALL,
            "%s is a network ID, which may not be assigned to an interface.".formatted(own.host()));
      } else if (own.value().equals(own.last())) {
        errors.add(
            Errors.ALL,
            "%s is a broadcast address, which may not be assigned to an interface."
                .formatted(own.host()));
      }
    }
  }

  private static boolean isMoved(Row row, Row before) {
    return !row.get("assigned_object_id").equals(before.get("assigned_object_id"))
        || !row.text("assigned_object_type").equals(before.text("assigned_object_type"));
  }

  private boolean isPrimary(Row row) {
    var id = String.valueOf(row.id());
    return java.util.stream.Stream.of("dcim.device", "virtualization.virtualmachine")
        .map(database::table)
        .anyMatch(
            t -> !t.having("primary_ip4", id).isEmpty() || !t.having("primary_ip6", id).isEmpty());
  }

  void range(Row row, Errors errors) {
    var first = Network.of(row.text("start_address"));
    var last = Network.of(row.text("end_address"));
    if (first.family() != last.family()) {
      errors.add("end_address", "Starting and ending IP address versions must match");
    } else if (first.length() != last.length()) {
      errors.add("end_address", "Starting and ending IP address masks must match");
    } else if (last.value().compareTo(first.value()) < 0) {
      errors.add(
          "end_address",
          "Ending address must be greater than or equal to the starting address (%s)"
              .formatted(first));
    } else {
      overlap(row, first, last.value(), errors);
    }
  }

  private void overlap(Row row, Network first, BigInteger last, Errors errors) {
    for (var other : database.table("ipam.iprange").all()) {
      var from = Network.of(other.text("start_address"));
      var to = Network.of(other.text("end_address")).value();
      if (other.id() != row.id()
          && other.get("vrf").equals(row.get("vrf"))
          && from.family() == first.family()
          && from.value().compareTo(last) <= 0
          && to.compareTo(first.value()) >= 0) {
        var vrf = database.find("ipam.vrf", row.ref("vrf"));
        errors.add(
            Errors.ALL,
            "Defined addresses overlap with range %s in VRF %s"
                .formatted(
                    new Display(database).of(other),
                    vrf == null ? "None" : new Display(database).of(vrf)));
        return;
      }
    }
  }

  /** Does a range hold that address? */
  static boolean holds(Row range, Network address) {
    var from = Network.of(range.text("start_address"));
    return from.family() == address.family()
        && from.value().compareTo(address.value()) <= 0
        && Network.of(range.text("end_address")).value().compareTo(address.value()) >= 0;
  }

  private boolean isUniqueSpace(Row row) {
    var vrf = database.find("ipam.vrf", row.ref("vrf"));
    return vrf == null || vrf.get("enforce_unique").asBoolean();
  }

  private String space(Row row) {
    var vrf = database.find("ipam.vrf", row.ref("vrf"));
    return vrf == null ? "global table" : "VRF " + new Display(database).of(vrf);
  }
}
