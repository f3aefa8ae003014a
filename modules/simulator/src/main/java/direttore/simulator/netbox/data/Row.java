package direttore.simulator.netbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.net.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object as it is kept: a value for each field, never changed. */
public final class Row {
  private final Model model;
  private final long id;
  private final JsonNode[] values;

  /** The network that was asked for last, as lists are ordered by it over and over. */
  private volatile @Nullable Parsed parsed;

  private Row(Model model, long id, JsonNode[] values) {
    this.model = model;
    this.id = id;
    this.values = values;
  }

  /** A row without values. */
  public static Row empty(Model model, long id) {
    var values = new JsonNode[model.fields().size()];
    java.util.Arrays.fill(values, NullNode.getInstance());
    return new Row(model, id, values);
  }

  /** The same with another value. */
  public Row with(String field, JsonNode value) {
    var copy = values.clone();
    copy[model.require(field).index()] = value;
    return new Row(model, id, copy);
  }

  /** The kind of object. */
  public Model model() {
    return model;
  }

  /** Its number. */
  public long id() {
    return id;
  }

  /** The value of a field, null's node where it is unset or the model lacks it. */
  public JsonNode get(String field) {
    var described = model.field(field);
    return described == null ? NullNode.getInstance() : values[described.index()];
  }

  /** The value of a field. */
  public JsonNode get(Field field) {
    return values[field.index()];
  }

  /** The text of a field, empty where it is unset. */
  public String text(String field) {
    var value = get(field);
    return value.isNull() ? "" : value.asText();
  }

  /** The row that a field refers to, 0 where it is unset. */
  public long ref(String field) {
    return get(field).asLong();
  }

  /** The network or address of a field that has one. */
  public Network network(String field) {
    var known = parsed;
    if (known == null || !known.field.equals(field)) {
      known = new Parsed(field, Network.of(text(field)));
      parsed = known;
    }
    return known.network;
  }

  /** The rows that a field refers to. */
  public List<Long> refs(String field) {
    var ids = new ArrayList<Long>();
    get(field).forEach(one -> ids.add(one.asLong()));
    return ids;
  }

  @Override
  public String toString() {
    return model + " " + id;
  }

  private record Parsed(String field, Network network) {}
}
