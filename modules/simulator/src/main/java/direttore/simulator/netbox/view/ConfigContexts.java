package direttore.simulator.netbox.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges the config contexts that apply to a device or virtual machine.
 *
 * @param database where they are
 */
public record ConfigContexts(Database database) {

  /** All that applies to that row, by weight, then its own. */
  public ObjectNode of(Row row) {
    var merged = JsonNodeFactory.instance.objectNode();
    database.table("extras.configcontext").all().stream()
        .filter(context -> applies(context, row))
        .sorted(
            Comparator.comparingLong((Row c) -> c.ref("weight")).thenComparing(c -> c.text("name")))
        .forEach(context -> merge(merged, context.get("data").deepCopy()));
    if (row.get("local_context_data") instanceof ObjectNode own) {
      merge(merged, own.deepCopy());
    }
    return merged;
  }

  private static void merge(ObjectNode into, Object from) {
    if (from instanceof ObjectNode more) {
      for (var entry : more.properties()) {
        var old = into.get(entry.getKey());
        if (old instanceof ObjectNode object && entry.getValue().isObject()) {
          merge(object, entry.getValue());
        } else {
          into.set(entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private boolean applies(Row context, Row row) {
    if (!context.get("is_active").asBoolean()) {
      return false;
    }
    var site = database.find("dcim.site", row.ref("site"));
    var cluster = database.find("virtualization.cluster", row.ref("cluster"));
    var tenant = database.find("tenancy.tenant", row.ref("tenant"));
    return allows(context, "sites", ids(site))
        && allows(context, "regions", tree("dcim.region", ref(site, "region")))
        && allows(context, "locations", tree("dcim.location", row.ref("location")))
        && allows(context, "device_types", Set.of(row.ref("device_type")))
        && allows(context, "roles", tree("dcim.devicerole", row.ref("role")))
        && allows(context, "platforms", tree("dcim.platform", row.ref("platform")))
        && allows(context, "clusters", ids(cluster))
        && allows(context, "cluster_types", Set.of(ref(cluster, "type")))
        && allows(context, "cluster_groups", Set.of(ref(cluster, "group")))
        && allows(context, "tenants", ids(tenant))
        && allows(context, "tenant_groups", tree("tenancy.tenantgroup", ref(tenant, "group")))
        && tagged(context, row);
  }

  private static boolean allows(Row context, String field, Set<Long> ids) {
    List<Long> wanted = context.refs(field);
    return wanted.isEmpty() || wanted.stream().anyMatch(ids::contains);
  }

  private boolean tagged(Row context, Row row) {
    var wanted = context.get("tags");
    if (wanted.isEmpty()) {
      return true;
    }
    var slugs = new HashSet<String>();
    for (var id : row.refs("tags")) {
      var tag = database.find("extras.tag", id);
      slugs.add(tag == null ? "" : tag.text("slug"));
    }
    for (var slug : wanted) {
      if (slugs.contains(slug.asText())) {
        return true;
      }
    }
    return false;
  }

  private static Set<Long> ids(@Nullable Row row) {
    return row == null ? Set.of() : Set.of(row.id());
  }

  private static long ref(@Nullable Row row, String field) {
    return row == null ? 0 : row.ref(field);
  }

  private Set<Long> tree(String type, long id) {
    var all = new HashSet<Long>();
    for (var row = database.find(type, id);
        row != null;
        row = database.find(type, row.ref("parent"))) {
      all.add(row.id());
    }
    return all;
  }
}
