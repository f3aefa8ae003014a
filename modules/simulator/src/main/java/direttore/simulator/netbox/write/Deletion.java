package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Display;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.data.Transaction;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Deletes objects with what belongs to them, unless others protect them. */
public final class Deletion {
  private final Database database;

  /** Deletes from that database. */
  public Deletion(Database database) {
    this.database = database;
  }

  /**
   * Deletes an object.
   *
   * @throws Refusal naming the objects that protect it
   */
  public void delete(Transaction transaction, Row row) {
    var going = new LinkedHashMap<String, Row>();
    var kept = new LinkedHashMap<String, Row>();
    collect(row, going, kept);
    going.keySet().forEach(kept::remove);
    if (!kept.isEmpty()) {
      throw Refusal.detail(409, dependents(kept.values().stream().toList()));
    }
    var message = transaction.origin().message();
    transaction.say("");
    going.values().stream()
        .skip(1)
        .toList()
        .reversed()
        .forEach(one -> remove(transaction, one, ""));
    remove(transaction, row, message);
  }

  /** How many objects protect that one. */
  public int protectors(Row row) {
    var going = new LinkedHashMap<String, Row>();
    var kept = new LinkedHashMap<String, Row>();
    collect(row, going, kept);
    going.keySet().forEach(kept::remove);
    return kept.size();
  }

  private String dependents(List<Row> rows) {
    var display = new Display(database);
    return rows.stream()
        .map(row -> "%s (%d)".formatted(display.of(row), row.id()))
        .collect(
            Collectors.joining(
                ", ",
                "Unable to delete object. %d dependent objects were found: ".formatted(rows.size()),
                ""));
  }

  private void collect(Row row, Map<String, Row> going, Map<String, Row> kept) {
    if (going.putIfAbsent(row.toString(), row) != null) {
      return;
    }
    for (var model : database.models().all()) {
      for (var field : model.fields().values()) {
        for (var other : referring(row, field, model.type())) {
          switch (field.text("onDelete", "null")) {
            case "cascade" -> collect(other, going, kept);
            case "protect" -> kept.put(other.toString(), other);
            default -> {}
          }
        }
      }
    }
  }

  private List<Row> referring(Row row, Field field, String type) {
    var id = String.valueOf(row.id());
    return switch (field.type()) {
      case REF ->
          field.target().equals(row.model().type())
              ? database.table(type).having(field.name(), id)
              : List.of();
      case OBJECT_ID ->
          field.of().isEmpty()
              ? List.of()
              : database.table(type).having(field.name(), id).stream()
                  .filter(r -> r.text(field.of()).equals(row.model().type()))
                  .toList();
      default -> List.of();
    };
  }

  private void remove(Transaction transaction, Row row, String message) {
    if (row.model().type().equals("extras.customfield")) {
      erase(transaction, row.text("name"));
    }
    var now = database.table(row.model()).get(row.id());
    transaction.say(message);
    transaction.delete(now == null ? row : now);
    transaction.say("");
    release(transaction, row);
  }

  /** Lets go of what refers to a row that goes. */
  private void release(Transaction transaction, Row row) {
    for (var model : database.models().all()) {
      for (var field : model.fields().values()) {
        if (field.type() == FieldType.REF && !field.text("onDelete", "").equals("protect")) {
          referring(row, field, model.type())
              .forEach(other -> transaction.update(other.with(field.name(), Values.none())));
        } else if (isListOf(field, row)) {
          var id = String.valueOf(row.id());
          for (var other : new ArrayList<>(database.table(model).having(field.name(), id))) {
            unlist(transaction, other, field, row.id());
          }
        }
      }
    }
    pointers(transaction, row);
  }

  private static boolean isListOf(Field field, Row row) {
    var type = row.model().type();
    return (field.type() == FieldType.REFS && field.target().equals(type))
        || (field.type() == FieldType.TAGS && type.equals("extras.tag"));
  }

  private static void unlist(Transaction transaction, Row other, Field field, long id) {
    var left = JsonNodeFactory.instance.arrayNode();
    other.refs(field.name()).stream().filter(one -> one != id).forEach(left::add);
    transaction.restate(other.with(field.name(), left));
  }

  /** Tags of config contexts are slugs; values of custom fields may name any object. */
  private void pointers(Transaction transaction, Row row) {
    if (row.model().type().equals("extras.tag")) {
      for (var context : new ArrayList<>(database.table("extras.configcontext").all())) {
        var left = JsonNodeFactory.instance.arrayNode();
        context.get("tags").forEach(slug -> keep(left, slug.asText(), row.text("slug")));
        if (left.size() != context.get("tags").size()) {
          transaction.update(context.with("tags", left));
        }
      }
    }
    for (var field : new ArrayList<>(database.table("extras.customfield").all())) {
      if (field.text("related_object_type").equals(row.model().type())) {
        forget(transaction, field, row);
      }
    }
  }

  private static void keep(
      com.fasterxml.jackson.databind.node.ArrayNode left, String slug, String gone) {
    if (!slug.equals(gone)) {
      left.add(slug);
    }
  }

  private void forget(Transaction transaction, Row field, Row row) {
    for (var type : field.get("object_types")) {
      for (var other : new ArrayList<>(database.table(type.asText()).all())) {
        var value = other.get("custom_fields").path(field.text("name"));
        if (value.isNumber() && value.asLong() == row.id()) {
          ObjectNode values = other.get("custom_fields").deepCopy();
          values.putNull(field.text("name"));
          transaction.adjust(other.with("custom_fields", values));
        }
      }
    }
  }

  private void erase(Transaction transaction, String name) {
    for (var model : database.models().all()) {
      if (model.field("custom_fields") == null) {
        continue;
      }
      for (var other : new ArrayList<>(database.table(model).all())) {
        if (other.get("custom_fields").has(name)) {
          ObjectNode values = other.get("custom_fields").deepCopy();
          values.remove(name);
          transaction.adjust(other.with("custom_fields", values));
        }
      }
    }
  }
}
