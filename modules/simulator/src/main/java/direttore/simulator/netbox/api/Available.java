package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.data.Transaction;
import direttore.simulator.netbox.net.Network;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.view.Renderer;
import direttore.simulator.netbox.view.Shape;
import direttore.simulator.netbox.write.Free;
import direttore.simulator.netbox.write.Refusal;
import direttore.simulator.netbox.write.Writer;
import java.util.ArrayList;
import java.util.List;

/** What is free in a prefix, range or group, and taking it. */
final class Available {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Database database;
  private final NetBoxRelease release;
  private final Renderer renderer;
  private final Writer writer;
  private final Free free;

  Available(Database database, NetBoxRelease release, Renderer renderer, Writer writer) {
    this.database = database;
    this.release = release;
    this.renderer = renderer;
    this.writer = writer;
    this.free = new Free(database);
  }

  static boolean serves(String action) {
    return List.of("available-ips", "available-prefixes", "available-vlans").contains(action);
  }

  Answer show(Call call, Row row, String action) {
    var shape = call.whole();
    var limit = Lists.limit(call.request().parameter("limit"));
    var all = JSON.arrayNode();
    switch (action) {
      case "available-ips" ->
          free.addresses(row, limit).forEach(n -> all.add(network(row, "address", n, shape)));
      case "available-prefixes" ->
          free.prefixes(row).forEach(n -> all.add(network(row, "prefix", n, shape)));
      default ->
          free.vlans(row).stream().limit(limit).forEach(vid -> all.add(vlan(row, vid, shape)));
    }
    return Answer.json(200, all);
  }

  private ObjectNode network(Row row, String field, Network network, Shape shape) {
    var shown = JSON.objectNode().put("family", network.family()).put(field, network.toString());
    shown.set("vrf", renderer.nested(database.find("ipam.vrf", row.ref("vrf")), "default", shape));
    return shown;
  }

  private ObjectNode vlan(Row group, long vid, Shape shape) {
    var shown = JSON.objectNode().put("vid", vid);
    shown.set("group", renderer.brief(group, "default", shape));
    return shown;
  }

  Answer take(Call call, Row parent, String action) {
    var many = call.body().isArray();
    var wanted = new ArrayList<ObjectNode>();
    if (many) {
      call.body().forEach(one -> wanted.add(Writer.copy(one)));
    } else {
      wanted.add(call.body().isMissingNode() ? JSON.objectNode() : Writer.copy(call.body()));
    }
    return database.write(
        call.origin(),
        transaction -> {
          switch (action) {
            case "available-ips" -> addresses(parent, wanted);
            case "available-prefixes" -> prefixes(parent, wanted);
            default -> vlans(parent, wanted);
          }
          var type = type(action);
          var made = made(call, transaction, type, wanted, many);
          return Answer.json(201, many ? made : made.get(0));
        });
  }

  private static String type(String action) {
    return switch (action) {
      case "available-ips" -> "ipam.ipaddress";
      case "available-prefixes" -> "ipam.prefix";
      default -> "ipam.vlan";
    };
  }

  private ArrayNode made(
      Call call, Transaction transaction, String type, List<ObjectNode> wanted, boolean many) {
    var made = JSON.arrayNode();
    var failed = JSON.arrayNode();
    var bad = false;
    for (var one : wanted) {
      try {
        var row = writer.create(transaction, database.models().type(type), one);
        made.add(fresh(call, row));
        failed.addObject();
      } catch (Refusal e) {
        duplicateName(type, one, e);
        bad = true;
        failed.add(e.body());
      }
    }
    if (bad) {
      throw new Refusal(400, many || type.equals("ipam.vlan") ? failed : failed.get(0));
    }
    return made;
  }

  /** A new row as NetBox shows it here: before the tree of prefixes is counted anew. */
  private ObjectNode fresh(Call call, Row row) {
    var shown = renderer.show(row, call.whole());
    if (shown.has("_depth")) {
      shown.put("_depth", 0);
    }
    shown.remove("prefix_count");
    return shown;
  }

  /** NetBox looks at each name before it makes any, so the database finds equal ones. */
  private void duplicateName(String type, JsonNode sent, Refusal refusal) {
    if (type.equals("ipam.vlan")
        && refusal.body().toString().contains("Group and Name already exists")) {
      throw new Refusal(
          500,
          JSON.objectNode()
              .put(
                  "error",
                  "duplicate key value violates unique constraint \"ipam_vlan_unique_group_name\"\nDETAIL:  Key (group_id, name)=(%s, %s) already exists."
                      .formatted(sent.path("group").asText(), sent.path("name").asText()))
              .put("exception", "IntegrityError")
              .put("netbox_version", release.full())
              .put("python_version", "3.13.0"));
    }
  }

  private void addresses(Row parent, List<ObjectNode> wanted) {
    var own =
        Network.of(
            parent.text(parent.model().type().equals("ipam.prefix") ? "prefix" : "start_address"));
    for (var one : wanted) {
      var length = one.path("prefix_length");
      if (release.isModern() && length.isInt() && length.asInt() < own.length()) {
        throw lengths(
            "Prefix length must be greater than or equal to the parent mask length (%d)"
                .formatted(own.length()));
      }
    }
    var found = free.addresses(parent, wanted.size());
    if (found.size() < wanted.size()) {
      throw insufficient();
    }
    for (var i = 0; i < wanted.size(); i++) {
      var length = wanted.get(i).path("prefix_length").asInt(own.length());
      wanted.get(i).put("address", found.get(i).masked(length).toString());
      wanted.get(i).set("vrf", parent.get("vrf"));
    }
  }

  private void prefixes(Row parent, List<ObjectNode> wanted) {
    var own = Network.of(parent.text("prefix"));
    wanted.forEach(one -> checkLength(one.path("prefix_length"), own));
    var blocks = new ArrayList<>(free.prefixes(parent));
    for (var one : wanted) {
      var length = one.path("prefix_length").asInt();
      var block =
          blocks.stream()
              .filter(b -> b.length() <= length)
              .findFirst()
              .orElseThrow(Available::insufficient);
      if (length <= own.length()) {
        throw insufficient();
      }
      var taken = block.masked(length).network();
      one.put("prefix", taken.toString());
      one.set("vrf", parent.get("vrf"));
      var at = blocks.indexOf(block);
      blocks.remove(at);
      for (var left = block.length() + 1; left <= length; left++) {
        var sibling = taken.masked(left).network();
        blocks.add(at, sibling.at(sibling.first().flipBit(own.bits() - left)));
      }
    }
  }

  private static void checkLength(JsonNode length, Network own) {
    if (length.isMissingNode()) {
      throw lengths("this field can not be missing");
    }
    if (!length.isInt()) {
      throw lengths("this field must be int type");
    }
    if (length.asInt() > own.bits()) {
      throw lengths("Invalid prefix length (%d) for IPv%d".formatted(length.asInt(), own.family()));
    }
  }

  private void vlans(Row group, List<ObjectNode> wanted) {
    var found = free.vlans(group);
    if (found.size() < wanted.size()) {
      throw insufficient();
    }
    for (var i = 0; i < wanted.size(); i++) {
      wanted.get(i).put("vid", found.get(i)).put("group", group.id());
    }
  }

  private static Refusal lengths(String words) {
    var list = JSON.arrayNode();
    list.addObject().put("prefix_length", words);
    return new Refusal(400, list);
  }

  private static Refusal insufficient() {
    return Refusal.detail(409, "Insufficient resources are available to satisfy the request");
  }
}
