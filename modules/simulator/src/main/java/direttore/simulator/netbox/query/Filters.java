package direttore.simulator.netbox.query;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which rows pass the parameters of a list: unknown ones are ignored, unknown values refused. */
public final class Filters {
  private static final Set<String> IGNORED_CASE =
      Set.of("dcim.device name", "virtualization.virtualmachine name");

  private final Database database;
  private final RelationFilters relations;
  private final NetworkFilters networks;
  private final CustomFilters customs;
  private final Searches searches;

  /** Filters the rows of that database. */
  public Filters(Database database) {
    this.database = database;
    this.relations = new RelationFilters(database);
    this.networks = new NetworkFilters(database);
    this.customs = new CustomFilters(database);
    this.searches = new Searches(database);
  }

  /**
   * The rows that pass.
   *
   * @throws BadFilter for a value that NetBox refuses
   */
  public Predicate<Row> of(Model model, Map<String, List<String>> parameters) {
    Predicate<Row> all = row -> true;
    for (var parameter : parameters.entrySet()) {
      var values = parameter.getValue().stream().filter(v -> !v.isEmpty()).toList();
      var one = values.isEmpty() ? null : filter(model, parameter.getKey(), values);
      if (one != null) {
        all = all.and(one);
      }
    }
    return all;
  }

  private @Nullable Predicate<Row> filter(Model model, String parameter, List<String> values) {
    var cut = parameter.indexOf("__");
    var name = cut < 0 ? parameter : parameter.substring(0, cut);
    var lookup = cut < 0 ? "" : parameter.substring(cut + 2);
    if (parameter.equals("q")) {
      return searches.of(model, values.getLast());
    }
    if (name.startsWith("cf_")) {
      return customs.of(model, parameter, name.substring(3), lookup, values);
    }
    if (model.filters().has(name)) {
      return described(model, model.filters().path(name), parameter, lookup, values);
    }
    return switch (name) {
      case "id" -> number(parameter, lookup, values, row -> new BigDecimal(row.id()));
      case "tag", "tag_id" -> relations.tags(model, parameter, name, lookup, values);
      case "updated_by_request" -> byRequest(model, values, "update");
      case "created_by_request" -> byRequest(model, values, "create");
      default -> ofField(model, parameter, name, lookup, values);
    };
  }

  private @Nullable Predicate<Row> ofField(
      Model model, String parameter, String name, String lookup, List<String> values) {
    var reference = relations.of(model, parameter, name, lookup, values);
    var field = model.field(name);
    if (reference != null
        || field == null
        || field.is("hidden")
        || !field.rules().path("filtered").asBoolean(true)) {
      return reference;
    }
    return switch (field.type()) {
      case TEXT, SLUG, OBJECT_TYPE -> {
        var test = Lookup.text(lookup, values, IGNORED_CASE.contains(model.type() + " " + name));
        yield test == null ? null : row -> test.test(row.text(name));
      }
      case MAC -> mac(field, lookup, values);
      case CHOICE -> choice(field, parameter, lookup, values);
      case BOOLEAN ->
          lookup.isEmpty()
              ? row -> values.stream().anyMatch(v -> Lookup.truth(v) == row.get(field).asBoolean())
              : null;
      case INTEGER, DECIMAL -> number(parameter, lookup, values, row -> decimal(row.get(field)));
      case STAMP, DATETIME -> {
        var test = Moments.stamp(parameter, lookup, values);
        yield test == null ? null : row -> test.test(row.text(name));
      }
      default -> null;
    };
  }

  private @Nullable Predicate<Row> described(
      Model model, JsonNode rule, String parameter, String lookup, List<String> values) {
    if (rule.has("network")) {
      return networks.of(rule.path("network").asText(), parameter, lookup, values);
    }
    if (rule.has("path")) {
      return relations.path(rule, parameter, lookup, values);
    }
    if (rule.has("number")) {
      var field = rule.path("number").asText();
      return number(parameter, lookup, values, row -> decimal(row.get(field)));
    }
    if (rule.has("scope")) {
      var wanted = rule.path("scope").asText();
      var test = Lookup.number(parameter, lookup, values);
      return test == null
          ? null
          : row -> row.text("scope_type").equals(wanted) && test.test(decimal(row.get("scope_id")));
    }
    if (rule.has("since") || rule.has("until")) {
      var since = rule.has("since");
      var field = rule.path(since ? "since" : "until").asText();
      var test = Moments.stamp(parameter, since ? "gte" : "lte", values);
      return test == null ? null : row -> test.test(row.text(field));
    }
    return new OddFilters(database, relations).of(model, rule, values);
  }

  private static @Nullable Predicate<Row> choice(
      Field field, String parameter, String lookup, List<String> values) {
    for (var value : values) {
      if (!value.equals("null")
          && field.choices().stream().noneMatch(c -> c.get(0).asText().equals(value))) {
        throw BadFilter.choice(parameter, value);
      }
    }
    var known = values.stream().map(v -> v.equals("null") ? "" : v).toList();
    var test = Lookup.text(lookup, known, false);
    return test == null ? null : row -> test.test(row.text(field.name()));
  }

  private static @Nullable Predicate<Row> mac(Field field, String lookup, List<String> values) {
    var test = Lookup.text(lookup, values.stream().map(RelationFilters::mac).toList(), true);
    return test == null ? null : row -> test.test(row.text(field.name()));
  }

  private static @Nullable Predicate<Row> number(
      String parameter,
      String lookup,
      List<String> values,
      java.util.function.Function<Row, @Nullable BigDecimal> of) {
    var test = Lookup.number(parameter, lookup, values);
    return test == null ? null : row -> test.test(of.apply(row));
  }

  private Predicate<Row> byRequest(Model model, List<String> values, String action) {
    var ids = new ArrayList<Long>();
    for (var change : database.table("core.objectchange").having("request_id", values.getLast())) {
      if (change.text("action").equals(action)
          && change.text("changed_object_type").equals(model.type())) {
        ids.add(change.ref("changed_object_id"));
      }
    }
    var wanted = Set.copyOf(ids);
    return row -> wanted.contains(row.id());
  }

  static @Nullable BigDecimal decimal(JsonNode value) {
    return value.isNumber() ? new BigDecimal(value.asText()) : null;
  }
}
