package direttore.simulator.netbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Display;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.net.Network;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows rows as the REST API does. */
public final class Renderer {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Database database;
  private final Display display;
  private final Derived derived;
  private final CustomValues customs;
  private final ConfigContexts contexts;

  /** Shows the rows of that database. */
  public Renderer(Database database, NetBoxRelease release) {
    this.database = database;
    this.display = new Display(database);
    this.derived = new Derived(database);
    this.customs = new CustomValues(database, this, release);
    this.contexts = new ConfigContexts(database);
  }

  /** A row as that client wants it. */
  public ObjectNode show(Row row, Shape shape) {
    if (shape.brief()) {
      return brief(row, "default", shape);
    }
    var shown = JSON.objectNode();
    for (var field : row.model().fields().values()) {
      if (shape.shows(field.name()) && !field.is("hidden")) {
        shown.set(field.name(), value(row, field, shape, false));
      }
    }
    return shown;
  }

  /** A row within another. */
  public ObjectNode brief(Row row, String kind, Shape shape) {
    var shown = JSON.objectNode();
    for (var name : row.model().brief(kind)) {
      var field = row.model().field(name);
      if (field != null) {
        shown.set(name, value(row, field, shape, true));
      }
    }
    if (kind.equals("outside")) {
      shown.put("family", Network.of(row.text("address")).family());
    }
    return shown;
  }

  /** A row within another, null's node where there is none. */
  public JsonNode nested(@Nullable Row row, String kind, Shape shape) {
    return row == null ? NullNode.getInstance() : brief(row, kind, shape);
  }

  /** The link to a row. */
  public static String url(Row row, Shape shape) {
    return "%s/api/%s/%d/%s".formatted(shape.base(), row.model().path(), row.id(), shape.suffix());
  }

  private JsonNode value(Row row, Field field, Shape shape, boolean nested) {
    return switch (field.type()) {
      case ID -> JSON.numberNode(row.id());
      case URL -> TextNode.valueOf(url(row, shape));
      case DISPLAY_URL -> TextNode.valueOf(page(row, shape));
      case DISPLAY -> TextNode.valueOf(display.of(row));
      case CHOICE -> choice(row, field);
      case DECIMAL -> decimal(row.get(field));
      case REF -> nested(database.find(field.target(), row.ref(field.name())), kind(field), shape);
      case REFS -> list(row, field.name(), field.target(), kind(field), shape);
      case TAGS -> tags(row, shape);
      case CUSTOM_FIELDS -> customs.show(row, shape);
      case OBJECT -> nested(derived.object(row, field.of()), "default", shape);
      case REVERSE -> reverse(row, field, shape);
      case PRIMARY_ADDRESS -> nested(derived.primaryAddress(row), "primary", shape);
      case PRIMARY_MAC -> derived.primaryMac(row);
      case COUNT -> JSON.numberNode(nested && !field.is("stored") ? 0 : derived.count(row, field));
      case SUM -> derived.sum(row, field);
      case CONFIG_CONTEXT -> contexts.of(row);
      case TERMINATIONS -> new Cables(database, this).terminations(row.get(field), shape);
      case CABLE -> new Cables(database, this).value(row, field, shape);
      case CONSTANT -> field.rules().path("value");
      case FAMILY,
          SIZE,
          LENGTH,
          PREFIX_TREE,
          DEPTH,
          PORT_MAPPINGS,
          TOTAL_IDS,
          UTILIZATION,
          IS_PRIMARY,
          DATA_TYPE ->
          derived.value(row, field);
      default -> plain(row, field);
    };
  }

  private static JsonNode plain(Row row, Field field) {
    var value = row.get(field);
    return value.isNull() && field.isBlankable() && !field.nullable()
        ? TextNode.valueOf("")
        : value;
  }

  private static JsonNode decimal(JsonNode value) {
    return value.isNumber() ? JSON.numberNode(new BigDecimal(value.asText()).doubleValue()) : value;
  }

  private static String kind(Field field) {
    return field.text("as", "default");
  }

  private static String page(Row row, Shape shape) {
    var path =
        switch (row.model().path()) {
          case "extras/custom-field-choice-sets" -> "extras/custom-field-choices";
          case "core/object-changes" -> "core/changelog";
          default -> row.model().path();
        };
    return "%s/%s/%d/".formatted(shape.base(), path, row.id());
  }

  private static JsonNode choice(Row row, Field field) {
    var value = row.get(field);
    if (value.isNull()
        || value.asText().isEmpty()
        || (field.name().equals("type") && field.is("plain"))) {
      return value.isNull() || value.asText().isEmpty() ? NullNode.getInstance() : value;
    }
    var shown = JSON.objectNode();
    shown.set("value", value);
    field.choices().stream()
        .filter(c -> c.get(0).asText().equals(value.asText()))
        .forEach(c -> shown.set("label", c.get(1)));
    return shown;
  }

  private ArrayNode tags(Row row, Shape shape) {
    var tags = JSON.arrayNode();
    rows("extras.tag", row.refs("tags")).stream()
        .sorted(java.util.Comparator.comparing(tag -> tag.text("name")))
        .forEach(tag -> tags.add(brief(tag, "tag", shape)));
    return tags;
  }

  private ArrayNode list(Row row, String field, String target, String kind, Shape shape) {
    var all = JSON.arrayNode();
    rows(target, row.refs(field)).forEach(one -> all.add(brief(one, kind, shape)));
    return all;
  }

  private ArrayNode reverse(Row row, Field field, Shape shape) {
    var all = JSON.arrayNode();
    derived.referring(row, field).forEach(one -> all.add(brief(one, kind(field), shape)));
    return all;
  }

  private List<Row> rows(String type, List<Long> ids) {
    return ids.stream()
        .map(id -> database.find(type, id))
        .filter(java.util.Objects::nonNull)
        .toList();
  }
}
