package direttore.simulator.netbox.query;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Display;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.view.Derived;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The order of lists. */
public final class Ordering {
  private final Database database;
  private final Display display;
  private final Derived derived;

  /** Orders the rows of that database. */
  public Ordering(Database database) {
    this.database = database;
    this.display = new Display(database);
    this.derived = new Derived(database);
  }

  /** The order by those fields, the model's own where none of them is known. */
  public Comparator<Row> of(Model model, List<String> wanted) {
    var known = wanted.stream().filter(name -> isKnown(model, name)).toList();
    Comparator<Row> order = null;
    for (var name : known.isEmpty() ? model.ordering() : known) {
      var descending = name.startsWith("-");
      var one = by(model, descending ? name.substring(1) : name);
      var next = descending ? one.reversed() : one;
      order = order == null ? next : order.thenComparing(next);
    }
    return order == null ? Comparator.comparingLong(Row::id) : order.thenComparingLong(Row::id);
  }

  private static boolean isKnown(Model model, String name) {
    return model.field(name.startsWith("-") ? name.substring(1) : name) != null;
  }

  private Comparator<Row> by(Model model, String name) {
    var field = model.require(name);
    return switch (field.type()) {
      case ID -> Comparator.comparingLong(Row::id);
      case INTEGER, DECIMAL, OBJECT_ID ->
          nullsLast(field, row -> new BigDecimal(row.get(field).asText("0")));
      case PREFIX, ADDRESS -> nullsLast(field, row -> row.network(name));
      case REF -> reference(field);
      case PREFIX_TREE ->
          Comparator.comparingLong(
              row -> name.equals("_depth") ? derived.depth(row) : derived.children(row));
      case TEXT -> Comparator.comparing(row -> row.text(name), NaturalOrder.INSTANCE);
      default -> Comparator.comparing(row -> row.text(name));
    };
  }

  private static <T extends Comparable<T>> Comparator<Row> nullsLast(
      Field field, Function<Row, T> of) {
    return Comparator.comparing((Row row) -> isUnset(row.get(field)))
        .thenComparing(
            row -> isUnset(row.get(field)) ? null : of.apply(row),
            Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private Comparator<Row> reference(Field field) {
    var vrf = field.name().equals("vrf");
    return Comparator.comparing((Row row) -> (row.ref(field.name()) == 0) != vrf)
        .thenComparing(row -> vrf ? "" : name(field, row), NaturalOrder.INSTANCE)
        .thenComparingLong(row -> row.ref(field.name()));
  }

  private String name(Field field, Row row) {
    var target = database.find(field.target(), row.ref(field.name()));
    return target == null ? "" : display.of(target);
  }

  private static boolean isUnset(JsonNode value) {
    return value.isNull() || value.asText().isEmpty();
  }

  /** Is that the order of numbers? */
  public static boolean isById(List<String> wanted) {
    return wanted.equals(List.of("id"));
  }
}
