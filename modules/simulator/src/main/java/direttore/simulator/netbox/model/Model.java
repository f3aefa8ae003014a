package direttore.simulator.netbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of objects: {@code dcim.site}. */
public final class Model {
  private final JsonNode description;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  Model(JsonNode description) {
    this.description = description;
    for (var entry : description.path("fields").properties()) {
      fields.put(entry.getKey(), Field.of(entry.getKey(), fields.size(), entry.getValue()));
    }
  }

  /** {@code dcim.site}. */
  public String type() {
    return text("type");
  }

  /** {@code dcim/sites}, below /api/. */
  public String path() {
    return text("path");
  }

  /** What one object is called: {@code Config Context}. */
  public String title() {
    return text("name");
  }

  /** What one object is called within a sentence. */
  public String words() {
    return title().equals(title().toUpperCase(Locale.ROOT))
        ? title()
        : title().toLowerCase(Locale.ROOT).replaceAll("^ip ", "IP ").replaceAll("^mac ", "MAC ");
  }

  /** The name of NetBox's class, which some messages hold. */
  public String className() {
    return text("class");
  }

  /** How an object is named, with fields in braces; from {@code @} on the name of a rule. */
  public String display() {
    return text("display");
  }

  /** Its fields by their names, as answers show them. */
  public Map<String, Field> fields() {
    return fields;
  }

  /** A field, or null. */
  public @Nullable Field field(String name) {
    return fields.get(name);
  }

  /** A field that must be there. */
  public Field require(String name) {
    var field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException(type() + " has no field " + name);
    }
    return field;
  }

  /** The order of lists. */
  public List<String> ordering() {
    return texts("ordering");
  }

  /** The fields of the short form. */
  public List<String> brief(String kind) {
    var named = description.path("briefs").path(kind);
    return named.isArray() ? texts(named) : texts("brief");
  }

  /** The checks that its rows must pass beside those of each field. */
  public List<String> rules() {
    return texts("rules");
  }

  /** The fields that a search looks through. */
  public List<String> searched() {
    return texts("search");
  }

  /** The fields that PUT resets where it does not name them. */
  public List<String> resetByPut() {
    return texts("resetByPut");
  }

  /** Which fields together are unique. */
  public JsonNode unique() {
    return description.path("unique");
  }

  /** Filters beside those that follow from the fields. */
  public JsonNode filters() {
    return description.path("filters");
  }

  /** By which field filters name one of its objects. */
  public String key() {
    var named = text("key");
    return !named.isEmpty() ? named : fields.containsKey("slug") ? "slug" : "name";
  }

  /** Can lists only be read? */
  public boolean readOnly() {
    return description.path("readOnly").asBoolean();
  }

  /** Can cables be traced from its objects? */
  public boolean isTraced() {
    return description.path("traced").asBoolean();
  }

  private String text(String key) {
    return description.path(key).asText();
  }

  private List<String> texts(String key) {
    return texts(description.path(key));
  }

  private static List<String> texts(JsonNode list) {
    var all = new ArrayList<String>();
    list.forEach(one -> all.add(one.asText()));
    return all;
  }

  @Override
  public String toString() {
    return type();
  }
}
