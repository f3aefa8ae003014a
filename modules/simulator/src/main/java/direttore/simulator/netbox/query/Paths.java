package direttore.simulator.netbox.query;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.FieldType;
import direttore.simulator.netbox.view.Derived;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Follows references from row to row. A step is a field; {@code object:dcim.interface} an object of
 * that type; {@code <dcim.interface.device} the rows that refer here. Alternatives are divided by
 * bars, each with further steps after slashes.
 */
final class Paths {
  private final Database database;
  private final Derived derived;

  Paths(Database database) {
    this.database = database;
    this.derived = new Derived(database);
  }

  List<Row> end(Row start, List<String> path) {
    var here = List.of(start);
    for (var step : path) {
      var next = new ArrayList<Row>();
      for (var row : here) {
        for (var way : step.split("\\|", -1)) {
          next.addAll(chain(row, way));
        }
      }
      here = next;
    }
    return here;
  }

  private List<Row> chain(Row start, String way) {
    var here = List.of(start);
    for (var step : way.split("/", -1)) {
      here = here.stream().flatMap(row -> follow(row, step).stream()).toList();
    }
    return here;
  }

  private List<Row> follow(Row row, String step) {
    if (step.startsWith("<")) {
      var dot = step.lastIndexOf('.');
      var type = step.substring(1, Math.max(1, dot));
      return database.models().has(type)
          ? derived.referring(row, type, step.substring(dot + 1))
          : List.of();
    }
    var colon = step.indexOf(':');
    var field = row.model().field(colon < 0 ? step : step.substring(0, colon));
    if (field == null) {
      return List.of();
    }
    if (colon >= 0) {
      var object = derived.object(row, field.of());
      return object != null && object.model().type().equals(step.substring(colon + 1))
          ? List.of(object)
          : List.of();
    }
    if (field.type() == FieldType.REF) {
      var found = database.find(field.target(), row.ref(step));
      return found == null ? List.of() : List.of(found);
    }
    return row.refs(step).stream()
        .map(id -> database.find(field.target(), id))
        .filter(Objects::nonNull)
        .toList();
  }
}
