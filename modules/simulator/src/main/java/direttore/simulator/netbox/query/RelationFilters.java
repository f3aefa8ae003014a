package direttore.simulator.netbox.query;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.FieldType;
import direttore.simulator.netbox.model.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters by related objects, named by number or by slug. */
final class RelationFilters {
  private final Database database;
  private final Paths paths;

  RelationFilters(Database database) {
    this.database = database;
    this.paths = new Paths(database);
  }

  /** The filter {@code site} or {@code site_id} of a reference, or null where it is none. */
  @Nullable Predicate<Row> of(
      Model model, String parameter, String name, String lookup, List<String> values) {
    var byId = name.endsWith("_id");
    var field = reference(model, byId ? name.substring(0, name.length() - 3) : name);
    if (field == null || (!lookup.isEmpty() && !lookup.equals("n"))) {
      return null;
    }
    var target = database.models().type(field.target());
    var wanted = wanted(target, parameter, byId ? "id" : target.key(), values);
    return matching(
        wanted, values.contains("null"), List.of(field.name()), lookup.equals("n"), target);
  }

  private static @Nullable Field reference(Model model, String name) {
    var field = model.field(name);
    return field != null && (field.type() == FieldType.REF || field.type() == FieldType.REFS)
        ? field
        : null;
  }

  /** A filter that the description leads along a path. */
  @Nullable Predicate<Row> path(
      JsonNode rule, String parameter, String lookup, List<String> values) {
    if (!lookup.isEmpty() && !lookup.equals("n")) {
      return null;
    }
    var path = new ArrayList<String>();
    rule.path("path").forEach(step -> path.add(step.asText()));
    if (rule.has("value")) {
      var field = rule.path("value").asText();
      var wanted = values.stream().map(v -> field.equals("mac_address") ? mac(v) : v).toList();
      return row -> paths.end(row, path).stream().anyMatch(r -> wanted.contains(r.text(field)));
    }
    var type = rule.path("to").asText();
    if (!database.models().has(type)) {
      throw BadFilter.choice(parameter, values.getFirst());
    }
    var target = database.models().type(type);
    var by = rule.path("by").asText(target.key());
    var wanted = wanted(target, parameter, by, values);
    return matching(wanted, values.contains("null"), path, lookup.equals("n"), target);
  }

  private Predicate<Row> matching(
      Set<Long> wanted, boolean none, List<String> path, boolean negated, Model target) {
    var rdOnly = target.key().equals("rd");
    Predicate<Row> test =
        row -> {
          var end = paths.end(row, path);
          return (end.isEmpty() && none)
              || end.stream().anyMatch(r -> wanted.contains(r.id()))
              || (none
                  && rdOnly
                  && wanted.contains(0L)
                  && end.stream().allMatch(r -> r.text("rd").isEmpty()));
        };
    return negated ? test.negate() : test;
  }

  private Set<Long> wanted(Model target, String parameter, String by, List<String> values) {
    var ids = new HashSet<Long>();
    for (var value : values) {
      if (value.equals("null")) {
        if (by.equals("rd")) {
          ids.add(0L);
        }
        continue;
      }
      var found = by.equals("id") ? byId(target, parameter, value) : byKey(target, by, value);
      if (found.isEmpty()) {
        throw BadFilter.choice(parameter, value);
      }
      found.forEach(row -> addTree(ids, row));
    }
    return ids;
  }

  /** Regions, locations and groups stand for all below them too. */
  private void addTree(Set<Long> ids, Row row) {
    ids.add(row.id());
    var parent = row.model().field("parent");
    if (parent != null
        && parent.type() == FieldType.REF
        && !row.model().type().contains("interface")) {
      database
          .table(row.model())
          .having("parent", String.valueOf(row.id()))
          .forEach(r -> addTree(ids, r));
    }
  }

  private List<Row> byId(Model target, String parameter, String value) {
    try {
      var row = database.find(target.type(), Long.parseLong(value));
      return row == null ? List.of() : List.of(row);
    } catch (NumberFormatException e) {
      throw new BadFilter(parameter, "\u201c%s\u201d is not a valid value.".formatted(value));
    }
  }

  private List<Row> byKey(Model target, String by, String value) {
    return database.table(target).having(by, value).stream()
        .filter(row -> row.text(by).equals(value))
        .toList();
  }

  /** The filter by tags: all of several must be there, with {@code __any} one of them. */
  @Nullable Predicate<Row> tags(
      Model model, String parameter, String name, String lookup, List<String> values) {
    var field = model.field("tags");
    if (field == null || field.type() != FieldType.TAGS) {
      return null;
    }
    var tag = database.models().type("extras.tag");
    var by = name.equals("tag_id") ? "id" : "slug";
    var wanted = wanted(tag, parameter, by, values);
    return switch (lookup) {
      case "" -> row -> new HashSet<>(row.refs("tags")).containsAll(wanted);
      case "any" -> row -> row.refs("tags").stream().anyMatch(wanted::contains);
      case "n" -> row -> row.refs("tags").stream().noneMatch(wanted::contains);
      default -> null;
    };
  }

  /** A MAC address as NetBox writes it. */
  static String mac(String text) {
    var digits = text.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
    return digits.length() == 12 ? digits.replaceAll("(..)(?=.)", "$1:") : text;
  }

  /** Does a path from that row end anywhere? */
  boolean present(Row row, String step) {
    var field = row.model().field(step);
    if (field != null && field.type() != FieldType.REF && field.type() != FieldType.REFS) {
      return !row.get(field).isNull();
    }
    return !paths.end(row, List.of(step)).isEmpty();
  }
}
