package direttore.simulator.netbox.query;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.view.CustomValues;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters by custom fields: {@code cf_gateway}. */
record CustomFilters(Database database) {

  @Nullable Predicate<Row> of(
      Model model, String parameter, String name, String lookup, List<String> values) {
    var field =
        CustomValues.fields(database, model.type()).stream()
            .filter(f -> f.text("name").equals(name))
            .findFirst()
            .orElse(null);
    if (field == null || field.text("filter_logic").equals("disabled")) {
      return null;
    }
    return switch (field.text("type")) {
      case "json" -> null;
      case "integer", "decimal" -> {
        var test = Lookup.number(parameter, lookup, values);
        yield test == null ? null : row -> test.test(Filters.decimal(value(row, name)));
      }
      case "date", "datetime" -> {
        var known = List.of("", "n", "empty").contains(lookup);
        var test = known ? Moments.stamp(parameter, lookup, values) : null;
        yield test == null
            ? null
            : row -> test.test(value(row, name).isNull() ? "" : value(row, name).asText());
      }
      case "text", "longtext", "url" -> text(field, name, lookup, values);
      default -> {
        var test = Lookup.text(lookup, values, false);
        yield test == null ? null : row -> test.test(words(row, name));
      }
    };
  }

  private static @Nullable Predicate<Row> text(
      Row field, String name, String lookup, List<String> values) {
    if (field.text("filter_logic").equals("exact")) {
      var test = Lookup.text(lookup, values, false);
      return test == null ? null : row -> test.test(words(row, name));
    }
    return lookup.isEmpty()
        ? row -> values.stream().anyMatch(v -> lower(words(row, name)).contains(lower(v)))
        : null;
  }

  private static com.fasterxml.jackson.databind.JsonNode value(Row row, String name) {
    var value = row.get("custom_fields").path(name);
    return value.isMissingNode()
        ? com.fasterxml.jackson.databind.node.NullNode.getInstance()
        : value;
  }

  private static String words(Row row, String name) {
    var value = value(row, name);
    return value.isNull() ? "" : value.asText();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
