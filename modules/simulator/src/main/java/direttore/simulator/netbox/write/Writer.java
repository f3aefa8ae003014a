package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.data.Transaction;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.FieldType;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Makes and changes rows from what clients send. */
public final class Writer {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Database database;
  private final NetBoxRelease release;
  private final Values values;
  private final References references;
  private final CustomChecks customs;
  private final Uniqueness uniqueness;
  private final Rules rules;
  private final Effects effects;

  /** Writes into that database. */
  public Writer(Database database, NetBoxRelease release) {
    this.database = database;
    this.release = release;
    this.references = new References(database);
    this.values = new Values(database.models(), references);
    this.customs = new CustomChecks(database, references);
    this.uniqueness = new Uniqueness(database);
    this.rules = new Rules(database);
    this.effects = new Effects(release);
  }

  /**
   * Makes an object.
   *
   * @throws Refusal saying what is wrong
   */
  public Row create(Transaction transaction, Model model, JsonNode sent) {
    object(sent);
    var row = transaction.create(model);
    row = withDefaults(row);
    row = filled(row, sent, null, true);
    row = effects.before(transaction, row, null, sent);
    checked(row, null);
    transaction.insert(row);
    return effects.after(transaction, row, sent);
  }

  /**
   * Changes an object.
   *
   * @param whole whether all required fields must be there, as for PUT
   * @throws Refusal saying what is wrong
   */
  public Row update(Transaction transaction, Row before, JsonNode sent, boolean whole) {
    object(sent);
    var row = before;
    if (whole) {
      for (var name : row.model().resetByPut()) {
        if (row.model().require(name).type().stored() && !sent.has(name)) {
          row = row.with(name, Values.none());
        }
      }
    }
    row = filled(row, sent, before, whole);
    row = effects.before(transaction, row, before, sent);
    checked(row, before);
    var kept = transaction.update(row);
    return effects.after(transaction, kept, sent);
  }

  private static void object(JsonNode sent) {
    if (!sent.isObject()) {
      throw Refusal.field(
          Errors.ALL,
          "Invalid data. Expected a dictionary, but got %s.".formatted(Values.python(sent)));
    }
  }

  private static Row withDefaults(Row empty) {
    var row = empty;
    for (var field : row.model().fields().values()) {
      var otherwise = otherwise(field);
      if (otherwise != null) {
        row = row.with(field.name(), otherwise);
      }
    }
    return row;
  }

  private static @Nullable JsonNode otherwise(Field field) {
    if (field.rules().has("default")) {
      return field.rules().path("default");
    }
    return switch (field.type()) {
      case BOOLEAN -> JSON.booleanNode(false);
      case TEXT, SLUG -> field.nullable() || field.is("hidden") ? null : JSON.textNode("");
      case REFS, TAGS, TEXT_LIST -> JSON.arrayNode();
      case CUSTOM_FIELDS -> JSON.objectNode();
      default -> null;
    };
  }

  private Row filled(Row start, JsonNode sent, @Nullable Row before, boolean whole) {
    var errors = new Errors();
    var row = start;
    for (var field : row.model().fields().values()) {
      var value = sent.path(field.name());
      if (!field.written()) {
        continue;
      }
      if (value.isMissingNode()) {
        if (whole && field.required()) {
          errors.add(field.name(), "This field is required.");
        }
        continue;
      }
      row = set(row, field, value, errors);
    }
    row = tagged(row, sent, errors);
    uniqueness.fields(row, before, errors);
    errors.check();
    if (sent.path("custom_fields").isObject() || before == null) {
      row = customs.merged(row, sent.path("custom_fields"), before == null);
    }
    return row;
  }

  private Row set(Row row, Field field, JsonNode value, Errors errors) {
    if (field.type() == FieldType.CUSTOM_FIELDS) {
      if (value.isNull()) {
        errors.add(field.name(), "This field may not be null.");
      }
      return row;
    }
    try {
      return row.with(field.name(), values.parse(field, value));
    } catch (WrongValue e) {
      errors.set(field.name(), e.errors());
      return row;
    }
  }

  private Row tagged(Row row, JsonNode sent, Errors errors) {
    if (!release.isModern() || row.model().field("tags") == null) {
      return row;
    }
    try {
      var ids = new LinkedHashSet<>(row.refs("tags"));
      var changed = false;
      if (sent.has("add_tags")) {
        references.many("extras.tag", sent.path("add_tags")).forEach(id -> ids.add(id.asLong()));
        changed = true;
      }
      if (sent.has("remove_tags")) {
        references
            .many("extras.tag", sent.path("remove_tags"))
            .forEach(id -> ids.remove(id.asLong()));
        changed = true;
      }
      var all = JSON.arrayNode();
      ids.forEach(all::add);
      return changed ? row.with("tags", all) : row;
    } catch (WrongValue e) {
      errors.set("tags", e.errors());
      return row;
    }
  }

  private void checked(Row row, @Nullable Row before) {
    var errors = new Errors();
    rules.objects(row, errors);
    errors.check();
    customs.check(row, errors);
    errors.check();
    rules.check(row, before, errors);
    errors.check();
    uniqueness.together(row, errors);
    errors.check();
    tagsFit(row);
  }

  private void tagsFit(Row row) {
    var tags = row.model().field("tags");
    if (tags == null || tags.type() != FieldType.TAGS) {
      return;
    }
    for (var id : row.refs("tags")) {
      var tag = database.find("extras.tag", id);
      if (tag != null && !tag.get("object_types").isEmpty() && !names(tag, row.model().type())) {
        throw Refusal.detail(
            400,
            "Tag %s cannot be assigned to %s objects."
                .formatted(tag.text("name"), row.model().words()));
      }
    }
  }

  private static boolean names(Row tag, String type) {
    for (var one : tag.get("object_types")) {
      if (one.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The object with those attributes.
   *
   * @throws IllegalArgumentException if there is none, or several
   */
  public Row find(String type, JsonNode attributes) {
    try {
      var row = database.find(type, references.one(type, attributes).asLong());
      if (row != null) {
        return row;
      }
    } catch (WrongValue e) {
      throw new IllegalArgumentException(type + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(type + " has no " + attributes);
  }

  /** A copy of what a client sent that may be changed. */
  public static ObjectNode copy(JsonNode sent) {
    object(sent);
    return sent.deepCopy();
  }
}
