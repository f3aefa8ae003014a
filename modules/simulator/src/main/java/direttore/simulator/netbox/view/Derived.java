package direttore.simulator.netbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.FieldType;
import direttore.simulator.netbox.net.Network;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that follow from other rows.
 *
 * @param database where those are
 */
public record Derived(Database database) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The object that a row names by type and number, or null. */
  public @Nullable Row object(Row row, String typeField) {
    var type = row.text(typeField);
    var number = typeField.replaceFirst("_type$", "_id");
    return type.isEmpty() ? null : database.find(type, row.ref(number));
  }

  /** The address that comes first of a device: the one of IPv6 where it has both. */
  @Nullable Row primaryAddress(Row row) {
    var six = row.ref("primary_ip6");
    return database.find("ipam.ipaddress", six > 0 ? six : row.ref("primary_ip4"));
  }

  JsonNode primaryMac(Row row) {
    var mac = database.find("dcim.macaddress", row.ref("primary_mac_address"));
    return mac == null ? NullNode.getInstance() : mac.get("mac_address");
  }

  /** The rows that refer to this one as the field says. */
  public List<Row> referring(Row row, Field field) {
    return referring(row, field.of(), field.by());
  }

  /** The rows of a model that refer to this one by a field, or by an object's type and number. */
  public List<Row> referring(Row row, String type, String by) {
    var table = database.table(type);
    var id = String.valueOf(row.id());
    var field = table.model().field(by);
    if (field == null || field.type() != FieldType.OBJECT) {
      return table.having(by, id);
    }
    var typeField = field.of();
    return table.having(typeField.replaceFirst("_type$", "_id"), id).stream()
        .filter(r -> r.text(typeField).equals(row.model().type()))
        .toList();
  }

  long count(Row row, Field field) {
    if (field.of().equals("*")) {
      return database.models().all().stream()
          .filter(m -> m.field("tags") != null && m.require("tags").type() == FieldType.TAGS)
          .mapToLong(m -> database.table(m).count("tags", row.id()))
          .sum();
    }
    var by = database.models().type(field.of()).field(field.by());
    if (by == null) {
      return 0;
    }
    return by.type() == FieldType.OBJECT
        ? referring(row, field).size() + inLocations(row, field)
        : database.table(field.of()).count(field.by(), row.id());
  }

  /** What is scoped to a location of a site counts for the site too. */
  private long inLocations(Row row, Field field) {
    return row.model().type().equals("dcim.site")
        ? referring(row, "dcim.location", "site").stream()
            .mapToLong(location -> referring(location, field).size())
            .sum()
        : 0;
  }

  JsonNode sum(Row row, Field field) {
    var total =
        referring(row, field).stream()
            .map(one -> one.get(field.text("field", "")))
            .filter(JsonNode::isNumber)
            .map(one -> new BigDecimal(one.asText()))
            .reduce(BigDecimal::add);
    if (total.isEmpty()) {
      return NullNode.getInstance();
    }
    return field.text("field", "").equals("vcpus")
        ? JSON.numberNode(total.get().doubleValue())
        : JSON.numberNode(total.get().longValue());
  }

  JsonNode value(Row row, Field field) {
    return switch (field.type()) {
      case FAMILY -> family(row);
      case SIZE -> JSON.numberNode(size(row));
      case LENGTH -> JSON.numberNode(row.get(field.of()).size());
      case PREFIX_TREE ->
          JSON.numberNode(field.name().equals("_depth") ? depth(row) : children(row));
      case DEPTH -> JSON.numberNode(ancestors(row));
      case PORT_MAPPINGS -> ports(row);
      case TOTAL_IDS -> JSON.numberNode(totalIds(row));
      case UTILIZATION -> utilization(row);
      case IS_PRIMARY -> JSON.booleanNode(isPrimary(row));
      case DATA_TYPE -> JSON.textNode(dataType(row.text("type")));
      default -> NullNode.getInstance();
    };
  }

  /** The network of a row that has one. */
  public static Network network(Row row) {
    var field =
        row.model().field("prefix") != null
            ? "prefix"
            : row.model().field("address") != null ? "address" : "start_address";
    return row.network(field);
  }

  private static ObjectNode family(Row row) {
    var family = network(row).family();
    return JSON.objectNode().put("value", family).put("label", "IPv" + family);
  }

  private static long size(Row row) {
    var first = Network.of(row.text("start_address")).value();
    return Network.of(row.text("end_address")).value().subtract(first).longValue() + 1;
  }

  /** How many prefixes of the same VRF hold this one. */
  public long depth(Row row) {
    var own = network(row);
    var vrf = row.get("vrf");
    var depth = 0;
    for (var length = 0; length < own.length(); length++) {
      var parent = own.masked(length).network();
      depth +=
          (int)
              database
                  .table("ipam.prefix")
                  .within("prefix", own.family(), parent.value(), parent.value())
                  .stream()
                  .filter(p -> p.get("vrf").equals(vrf) && network(p).length() == parent.length())
                  .count();
    }
    return depth;
  }

  /** How many prefixes of the same VRF this one holds. */
  public long children(Row row) {
    var own = network(row);
    return database
        .table("ipam.prefix")
        .within("prefix", own.family(), own.first(), own.last())
        .stream()
        .filter(p -> p.get("vrf").equals(row.get("vrf")) && network(p).length() > own.length())
        .count();
  }

  private int ancestors(Row row) {
    var depth = 0;
    var parent = database.find(row.model().type(), row.ref("parent"));
    while (parent != null) {
      depth++;
      parent = database.find(row.model().type(), parent.ref("parent"));
    }
    return depth;
  }

  private static JsonNode ports(Row row) {
    var all = JSON.arrayNode();
    row.get("ports").forEach(port -> all.add(row.text("protocol") + "/" + port.asText()));
    return all;
  }

  private JsonNode utilization(Row group) {
    var percent = 100.0 * database.table("ipam.vlan").count("group", group.id()) / totalIds(group);
    return JSON.textNode(String.valueOf(Math.round(percent * 100) / 100.0));
  }

  private boolean isPrimary(Row mac) {
    var port = object(mac, "assigned_object_type");
    return port != null && port.ref("primary_mac_address") == mac.id();
  }

  private static String dataType(String type) {
    return switch (type) {
      case "integer", "decimal", "boolean" -> type;
      case "json", "object" -> "object";
      case "multiselect", "multiobject" -> "array";
      default -> "string";
    };
  }

  private static long totalIds(Row row) {
    var total = BigInteger.ZERO;
    for (var range : row.get("vid_ranges")) {
      total = total.add(BigInteger.valueOf(range.get(1).asLong() - range.get(0).asLong() + 1));
    }
    return total.longValue();
  }
}
