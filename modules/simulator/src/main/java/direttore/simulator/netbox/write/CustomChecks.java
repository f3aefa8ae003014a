package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.view.CustomValues;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Checks the values of custom fields. */
record CustomChecks(Database database, References references) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The row with the values that were sent put among those it had. */
  Row merged(Row row, JsonNode sent, boolean fresh) {
    if (row.model().field("custom_fields") == null) {
      return row;
    }
    var fields = CustomValues.fields(database, row.model().type());
    var unknown = JSON.objectNode();
    for (var entry : sent.properties()) {
      if (fields.stream().noneMatch(f -> f.text("name").equals(entry.getKey()))) {
        unknown.put(
            entry.getKey(),
            "Custom field '%s' does not exist for this object type.".formatted(entry.getKey()));
      }
    }
    if (!unknown.isEmpty()) {
      throw new Refusal(400, JSON.objectNode().set("custom_fields", unknown));
    }
    ObjectNode values =
        row.get("custom_fields").isObject()
            ? row.get("custom_fields").deepCopy()
            : JSON.objectNode();
    for (var field : fields) {
      var name = field.text("name");
      if (sent.has(name)) {
        values.set(name, kept(field, sent.path(name)));
      } else if (fresh) {
        values.set(name, field.get("default"));
      }
    }
    return row.with("custom_fields", values);
  }

  private JsonNode kept(Row field, JsonNode value) {
    if (value.isNull()) {
      return value;
    }
    try {
      return switch (field.text("type")) {
        case "object" -> references.one(field.text("related_object_type"), value);
        case "multiobject" -> references.many(field.text("related_object_type"), value);
        case "datetime" -> moment(value);
        default -> value;
      };
    } catch (WrongValue e) {
      throw new Refusal(400, JSON.objectNode().set("custom_fields", e.errors()));
    }
  }

  private static JsonNode moment(JsonNode value) {
    try {
      return TextNode.valueOf(OffsetDateTime.parse(value.asText()).toInstant().toString());
    } catch (DateTimeException e) {
      return value;
    }
  }

  /** Are all values allowed, and all required ones there? */
  void check(Row row, Errors errors) {
    if (row.model().field("custom_fields") == null) {
      return;
    }
    for (var field : CustomValues.fields(database, row.model().type())) {
      var name = field.text("name");
      var value = row.get("custom_fields").path(name);
      var required = field.get("required").asBoolean();
      if (value.isMissingNode()) {
        if (required) {
          errors.add(Errors.ALL, "Missing required custom field '%s'.".formatted(name));
        }
      } else if (value.isNull() || value.asText("x").isEmpty()) {
        if (required) {
          invalid(errors, name, "Required field cannot be empty.");
        }
      } else {
        var wrong = wrong(field, value);
        if (wrong != null) {
          invalid(errors, name, wrong);
        }
        if (field.get("unique").asBoolean() && isTaken(row, name, value)) {
          errors.add(Errors.ALL, "Custom field '%s' must have a unique value.".formatted(name));
        }
      }
    }
  }

  private static void invalid(Errors errors, String name, String words) {
    errors.add(Errors.ALL, "Invalid value for custom field '%s': %s".formatted(name, words));
  }

  private boolean isTaken(Row row, String name, JsonNode value) {
    return database.table(row.model()).all().stream()
        .anyMatch(r -> r.id() != row.id() && r.get("custom_fields").path(name).equals(value));
  }

  private @Nullable String wrong(Row field, JsonNode value) {
    return switch (field.text("type")) {
      case "text", "longtext" -> value.isTextual() ? null : "Value must be a string.";
      case "integer" ->
          value.isIntegralNumber() ? bounds(field, value) : "Value must be an integer.";
      case "decimal" -> value.isNumber() ? bounds(field, value) : "Value must be a decimal.";
      case "boolean" -> value.isBoolean() ? null : "Value must be true or false.";
      case "select" -> choice(field, value);
      default -> null;
    };
  }

  private static @Nullable String bounds(Row field, JsonNode value) {
    var number = new BigDecimal(value.asText());
    var least = field.get("validation_minimum");
    if (least.isNumber() && number.compareTo(least.decimalValue()) < 0) {
      return "Value must be at least %s".formatted(least.decimalValue().setScale(4));
    }
    var most = field.get("validation_maximum");
    return most.isNumber() && number.compareTo(most.decimalValue()) > 0
        ? "Value must not exceed %s".formatted(most.decimalValue().setScale(4))
        : null;
  }

  private @Nullable String choice(Row field, JsonNode value) {
    var set = database.find("extras.customfieldchoiceset", field.ref("choice_set"));
    if (set == null) {
      return null;
    }
    for (var one : set.get("extra_choices")) {
      if (one.get(0).equals(value)) {
        return null;
      }
    }
    return "Invalid choice (%s) for choice set %s.".formatted(value.asText(), set.text("name"));
  }
}
