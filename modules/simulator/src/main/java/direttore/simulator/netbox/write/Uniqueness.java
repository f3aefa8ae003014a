package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that no two rows are the same where they must differ. */
record Uniqueness(Database database) {

  /** Fields that are unique by themselves. */
  void fields(Row row, @Nullable Row before, Errors errors) {
    var table = database.table(row.model());
    for (var field : row.model().fields().values()) {
      var value = row.text(field.name());
      if (!field.unique()
          || value.isEmpty()
          || (before != null && before.text(field.name()).equals(value))) {
        continue;
      }
      var taken =
          table.having(field.name(), value).stream()
              .anyMatch(r -> r.id() != row.id() && r.text(field.name()).equals(value));
      if (taken) {
        errors.add(
            field.name(),
            "%s with this %s already exists."
                .formatted(row.model().words(), field.name().replace('_', ' ')));
      }
    }
  }

  /** Fields that are unique together. */
  void together(Row row, Errors errors) {
    for (var rule : row.model().unique()) {
      if (isBroken(row, rule)) {
        errors.add(Errors.ALL, rule.path("message").asText());
      }
    }
  }

  private boolean isBroken(Row row, JsonNode rule) {
    for (var needed : rule.path("needs")) {
      if (row.text(needed.asText()).isEmpty()) {
        return false;
      }
    }
    var fields = texts(rule.path("fields"));
    var ignoring = texts(rule.path("ignoreCase"));
    return candidates(row, fields).stream()
        .anyMatch(other -> other.id() != row.id() && isSame(row, other, fields, ignoring));
  }

  private List<Row> candidates(Row row, List<String> fields) {
    var table = database.table(row.model());
    for (var field : fields.reversed()) {
      if (table.isIndexed(field) && !row.text(field).isEmpty()) {
        return table.having(field, row.text(field));
      }
    }
    return List.copyOf(table.all());
  }

  private static boolean isSame(Row row, Row other, List<String> fields, List<String> ignoring) {
    return fields.stream()
        .allMatch(field ->
            ignoring.contains(field)
                ? row.text(field).equalsIgnoreCase(other.text(field))
                : row.text(field).equals(other.text(field)));
  }

  private static List<String> texts(JsonNode list) {
    var all = new ArrayList<String>();
    list.forEach(one -> all.add(one.asText()));
    return all;
  }
}
