package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tags and custom fields, which must be there before objects can have them. What is there already
 * is never changed: it may be somebody else's.
 */
public final class Definitions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEW = 50;
  private final NetBoxApi api;

  Definitions(NetBoxApi api) {
    this.api = api;
  }

  /** The tag of that slug, made where there is none. */
  public SourceObject tag(String slug, String name, String color, String description) {
    var fields = Map.of("slug", slug, "name", name, "color", color, "description", description);
    return NetBox.object(ensured(Model.TAG, "slug", slug, fields));
  }

  /**
   * The custom field of that name, made where there is none.
   *
   * @param type as {@code text}
   * @param models that are to have it, as {@code ipam.ipaddress}
   */
  public SourceObject customField(
      String name, String type, List<String> models, String label, String description) {
    var fields =
        Map.of(
            "name", name,
            "type", type,
            "object_types", models,
            "label", label,
            "description", description,
            // Loose ones find what merely contains the value.
            "filter_logic", "exact");
    var field = ensured(Model.CUSTOM_FIELD, "name", name, fields);
    var of = new TreeSet<String>();
    field.path("object_types").forEach(each -> of.add(each.asText()));
    var is = field.path("type").path("value").asText();
    if (!is.equals(type) || !of.containsAll(models)) {
      throw new NetBoxFailure(
          new Kind.WrongState(),
          "NetBox has a custom field %s of type %s for %s: it must be of type %s, for %s"
              .formatted(name, is, String.join(", ", of), type, String.join(", ", models)));
    }
    return NetBox.object(field);
  }

  /** The cluster of that name, made where there is none, of Proxmox VE. */
  SourceObject cluster(String name, Map<String, ?> more) {
    var type =
        ensured(
            Model.CLUSTER_TYPE,
            "slug",
            "proxmox-ve",
            Map.of("slug", "proxmox-ve", "name", "Proxmox VE"));
    var fields = new HashMap<String, Object>(more);
    fields.put("name", name);
    fields.put("type", type.path("id").asLong());
    return NetBox.object(ensured(Model.CLUSTER, "name", name, fields));
  }

  /**
   * Whoever makes the same at once gets an error of any kind (64 of them: 400 and 500), so that
   * only another look tells.
   */
  private JsonNode ensured(Model model, String by, String name, Map<String, ?> fields) {
    var there = find(model, by, name);
    if (there.isPresent()) {
      return there.get();
    }
    try {
      return api.send("POST", model.path(), JSON.valueToTree(fields), Map.of()).json();
    } catch (NetBoxFailure e) {
      if (e.kind() instanceof Kind.Forbidden || e.kind() instanceof Kind.NotSignedIn) {
        throw e;
      }
      return find(model, by, name).orElseThrow(() -> e);
    }
  }

  private Optional<JsonNode> find(Model model, String by, String name) {
    var listing = new Listing(api, model.path(), Map.of(by, name), FEW, 0);
    var rows = listing.next();
    if (rows.stream().anyMatch(row -> !row.path(by).asText().equalsIgnoreCase(name))) {
      throw listing.unsure("it was asked for %s and lists more".formatted(name));
    }
    return rows.stream().filter(row -> row.path(by).asText().equals(name)).findFirst();
  }
}
