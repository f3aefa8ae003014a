package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.query.Ordering;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.view.Renderer;
import direttore.simulator.netbox.write.Deletion;
import direttore.simulator.netbox.write.Refusal;
import direttore.simulator.netbox.write.Writer;
import java.util.ArrayList;
import java.util.List;

/** Lists of objects made, changed or deleted together: all or nothing. */
final class Bulk {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Database database;
  private final NetBoxRelease release;
  private final Renderer renderer;
  private final Details details;
  private final Writer writer;

  Bulk(
      Database database, NetBoxRelease release, Renderer renderer, Details details, Writer writer) {
    this.database = database;
    this.release = release;
    this.renderer = renderer;
    this.details = details;
    this.writer = writer;
  }

  Answer create(Call call, Model model) {
    return database.write(
        call.origin(),
        transaction -> {
          var failed = new Failures(call.body().size(), release);
          var rows = new ArrayList<Row>();
          for (var i = 0; i < call.body().size(); i++) {
            try {
              rows.add(writer.create(transaction, model, call.body().get(i)));
            } catch (Refusal e) {
              failed.at(i, e);
            }
          }
          failed.check("created");
          var made = JSON.arrayNode();
          rows.forEach(row -> made.add(details.created(call, row)));
          return Answer.json(201, made);
        });
  }

  Answer update(Call call, Model model, boolean whole) {
    list(call.body());
    return database.write(
        call.origin(),
        transaction -> {
          var rows = rows(call, model, "change");
          var failed = new Failures(rows.size(), release);
          for (var i = 0; i < rows.size(); i++) {
            try {
              rows.set(i, writer.update(transaction, rows.get(i), sent(call, rows.get(i)), whole));
            } catch (Refusal e) {
              failed.of(rows.get(i).id(), e);
            }
          }
          failed.check("updated");
          return Answer.json(200, shown(call, model, rows));
        });
  }

  private static JsonNode sent(Call call, Row row) {
    for (var one : call.body()) {
      if (one.path("id").asLong() == row.id()) {
        return one;
      }
    }
    return JSON.objectNode();
  }

  private ArrayNode shown(Call call, Model model, List<Row> rows) {
    var all = JSON.arrayNode();
    rows.stream()
        .sorted(new Ordering(database).of(model, List.of()))
        .forEach(row -> all.add(renderer.show(row, call.whole())));
    return all;
  }

  Answer delete(Call call, Model model) {
    if (call.body().isMissingNode()) {
      throw Refusal.detail(400, "Expected a list of objects, but no data was submitted.");
    }
    list(call.body());
    return database.write(
        call.origin(),
        transaction -> {
          var rows = rows(call, model, "delete");
          protectedRows(rows);
          for (var row : rows) {
            transaction.say(sent(call, row).path("changelog_message").asText(""));
            details.delete(transaction, row);
          }
          return Answer.empty(204);
        });
  }

  private void protectedRows(List<Row> rows) {
    var failed = new Failures(rows.size(), release);
    for (var row : rows) {
      var protectors = new Deletion(database).protectors(row);
      if (protectors > 0) {
        var words =
            "Unable to delete: %d dependent object(s) prevent deletion.".formatted(protectors);
        failed.of(row.id(), Refusal.field("__all__", words));
      }
    }
    failed.check("deleted", 409);
  }

  private static void list(JsonNode body) {
    if (!body.isArray()) {
      throw Refusal.detail(
          400,
          "Expected a list of objects, but got %s.".formatted(body.isObject() ? "dict" : "str"));
    }
  }

  private List<Row> rows(Call call, Model model, String action) {
    var invalid = new Failures(call.body().size(), release);
    for (var i = 0; i < call.body().size(); i++) {
      var wrong = wrong(call.body().get(i));
      if (wrong != null) {
        invalid.at(i, wrong);
      }
    }
    invalid.check("objects failed validation.", 400);
    var lost = new Failures(call.body().size(), release);
    var rows = new ArrayList<Row>();
    for (var one : call.body()) {
      var id = one.path("id").asLong();
      var row = database.table(model).get(id);
      if (row != null && call.caller().may(database, model, action).test(row)) {
        rows.add(row);
      } else if (release.isModern()) {
        lost.of(id, Refusal.field("id", "Object with ID %d does not exist".formatted(id)));
      }
    }
    lost.check("found");
    repeated(call.body(), rows);
    return rows;
  }

  private static @org.jspecify.annotations.Nullable Refusal wrong(JsonNode one) {
    if (!one.isObject()) {
      var kind = one.isNumber() ? "int" : "str";
      return Refusal.field(
          "__all__", "Invalid data. Expected a dictionary, but got %s.".formatted(kind));
    }
    if (!one.has("id")) {
      return Refusal.field("id", "This field is required.");
    }
    return one.path("id").asText().matches("\\d+")
        ? null
        : Refusal.field("id", "A valid integer is required.");
  }

  private void repeated(JsonNode body, List<Row> rows) {
    if (!release.isModern()) {
      return;
    }
    var failed = new Failures(body.size(), release);
    for (var row : rows.stream().distinct().toList()) {
      var times = rows.stream().filter(r -> r == row).count();
      if (times > 1) {
        failed.of(
            row.id(),
            Refusal.field(
                "id",
                "Each object may be specified only once; ID %d is listed %d times"
                    .formatted(row.id(), times)));
      }
    }
    failed.check("objects are listed more than once.", 400);
  }
}
