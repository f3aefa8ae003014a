package direttore.simulator.netbox.query;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Model;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The search {@code q}. */
final class Searches {
  private final Paths paths;

  Searches(Database database) {
    this.paths = new Paths(database);
  }

  Predicate<Row> of(Model model, String words) {
    var wanted = words.strip().toLowerCase(Locale.ROOT);
    return row -> model.searched().stream().anyMatch(field -> finds(row, field, wanted));
  }

  private boolean finds(Row row, String field, String wanted) {
    if (field.startsWith("^")) {
      return row.text(field.substring(1)).startsWith(wanted);
    }
    var dot = field.indexOf('.');
    if (dot > 0) {
      return paths.end(row, List.of(field.substring(0, dot))).stream()
          .anyMatch(r -> r.text(field.substring(dot + 1)).startsWith(wanted + "/"));
    }
    var text = row.text(field).toLowerCase(Locale.ROOT);
    return field.equals("vid") ? text.equals(wanted) : text.contains(wanted);
  }
}
