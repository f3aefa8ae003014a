package direttore.simulator.netbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One field of a model, as its description says.
 *
 * @param index its place in a row
 * @param rules its description
 */
public record Field(String name, int index, FieldType type, JsonNode rules) {
  private static final Set<FieldType> TEXTS =
      Set.of(FieldType.TEXT, FieldType.SLUG, FieldType.MAC, FieldType.CHOICE);

  static Field of(String name, int index, JsonNode rules) {
    return new Field(name, index, FieldType.of(rules.path("type").asText()), rules);
  }

  /** Must it be given? */
  public boolean required() {
    return is("required");
  }

  /** May it be null? */
  public boolean nullable() {
    return is("nullable");
  }

  /** May only one row have a value? */
  public boolean unique() {
    return is("unique");
  }

  /** Is its value written by clients? */
  public boolean written() {
    return type.written();
  }

  /** The model that it refers to. */
  public String target() {
    return rules.path("to").asText();
  }

  /** The model whose rows it is about. */
  public String of() {
    return rules.path("of").asText();
  }

  /** The field of those rows by which they belong to this one. */
  public String by() {
    return rules.path("by").asText();
  }

  /** A mark that the description sets. */
  public boolean is(String mark) {
    return rules.path(mark).asBoolean();
  }

  /** A text of the description, or the other one. */
  public String text(String key, String otherwise) {
    return rules.path(key).asText(otherwise);
  }

  /** The values of a choice, each with its label. */
  public List<JsonNode> choices() {
    var all = new ArrayList<JsonNode>();
    rules.path("choices").forEach(all::add);
    return all;
  }

  /** Is it text within a row? */
  public boolean isText() {
    return TEXTS.contains(type);
  }

  /** Does the change log show null as an empty text? */
  public boolean isBlankable() {
    return type == FieldType.TEXT || type == FieldType.SLUG;
  }
}
