package direttore.simulator.netbox.query;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.view.Cables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters that ask whether something is there, or that only one model has. */
record OddFilters(Database database, RelationFilters relations) {

  @Nullable Predicate<Row> of(Model model, JsonNode rule, List<String> values) {
    if (rule.has("present")) {
      var steps = new ArrayList<String>();
      rule.path("present").forEach(step -> steps.add(step.asText()));
      var wanted = Lookup.truth(values.getLast());
      return row -> steps.stream().anyMatch(step -> relations.present(row, step)) == wanted;
    }
    return switch (rule.path("rule").asText()) {
      case "cabled" -> row -> (Cables.of(database, row) != null) == Lookup.truth(values.getLast());
      case "availableAtSite" -> row -> isAvailable(row, Long.parseLong(values.getLast()), 0);
      case "availableOnMachine" -> {
        var machine =
            database.find("virtualization.virtualmachine", Long.parseLong(values.getLast()));
        yield machine == null
            ? row -> false
            : row -> isAvailable(row, machine.ref("site"), machine.ref("cluster"));
      }
      default -> null;
    };
  }

  /** Is a VLAN for everybody, for that site or for that cluster? */
  private boolean isAvailable(Row vlan, long site, long cluster) {
    var group = database.find("ipam.vlangroup", vlan.ref("group"));
    if (group == null) {
      return vlan.ref("site") == 0 || vlan.ref("site") == site;
    }
    return switch (group.text("scope_type")) {
      case "" -> vlan.ref("site") == 0 || vlan.ref("site") == site;
      case "dcim.site" -> group.ref("scope_id") == site;
      case "virtualization.cluster" -> cluster != 0 && group.ref("scope_id") == cluster;
      default -> false;
    };
  }
}
