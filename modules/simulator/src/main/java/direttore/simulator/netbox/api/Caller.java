package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Model;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Who asks.
 *
 * @param user the account
 * @param writes whether the token may write
 */
record Caller(Row user, boolean writes) {

  /** The rows of a model with which the caller may do that. */
  Predicate<Row> may(Database database, Model model, String action) {
    if (user.get("is_superuser").asBoolean()) {
      return row -> true;
    }
    Predicate<Row> any = row -> false;
    for (var permission : granted(database, model, action)) {
      any = any.or(constrained(permission.get("constraints")));
    }
    return any;
  }

  /** May the caller do that with any row? */
  boolean mayAny(Database database, Model model, String action) {
    return user.get("is_superuser").asBoolean() || !granted(database, model, action).isEmpty();
  }

  private List<Row> granted(Database database, Model model, String action) {
    return database.table("users.objectpermission").all().stream()
        .filter(p -> p.get("enabled").asBoolean() && p.refs("users").contains(user.id()))
        .filter(p -> holds(p.get("object_types"), model.type()) && holds(p.get("actions"), action))
        .toList();
  }

  private static boolean holds(JsonNode list, String word) {
    for (var one : list) {
      if (one.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<Row> constrained(JsonNode constraints) {
    Predicate<Row> all = row -> true;
    for (var entry : constraints.properties()) {
      var cut = entry.getKey().indexOf("__");
      var field = cut < 0 ? entry.getKey() : entry.getKey().substring(0, cut);
      var lookup = cut < 0 ? "exact" : entry.getKey().substring(cut + 2);
      var wanted = entry.getValue().asText();
      all = all.and(row -> matches(row.text(field), lookup, wanted));
    }
    return all;
  }

  private static boolean matches(String own, String lookup, String wanted) {
    return switch (lookup) {
      case "startswith" -> own.startsWith(wanted);
      case "istartswith" ->
          own.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT));
      case "icontains" -> own.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
      default -> own.equals(wanted);
    };
  }
}
