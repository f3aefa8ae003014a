package direttore.simulator.netbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.model.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes that are kept together or not at all. */
public final class Transaction {
  private final Database database;
  private final Stamps stamps;
  private final Map<String, Touched> touched = new LinkedHashMap<>();
  private Origin origin;

  Transaction(Database database, Origin origin, Stamps stamps) {
    this.database = database;
    this.origin = origin;
    this.stamps = stamps;
  }

  /** What it changes. */
  public Database database() {
    return database;
  }

  /** Who changes it. */
  public Origin origin() {
    return origin;
  }

  /** The words for the change log of all that follows. */
  public void say(String message) {
    origin = origin.saying(message);
  }

  /** The present moment. */
  public String now() {
    return stamps.next();
  }

  /** A row with a new number and its stamps, which {@link #insert} keeps. */
  public Row create(Model model) {
    var now = now();
    var row = Row.empty(model, database.table(model).next());
    row = stamped(row, "created", now);
    return stamped(row, "last_updated", now);
  }

  /** Adds a row. */
  public void insert(Row row) {
    put(row, true);
  }

  /** Puts a row in the place of the one before, with a new stamp. */
  public Row update(Row row) {
    var fresh = stamped(row, "last_updated", now());
    put(fresh, true);
    return fresh;
  }

  /** Puts a row in the place of the one before with the old stamp. */
  public void restate(Row row) {
    put(row, true);
  }

  /** Puts a row in the place of the one before, unseen by the log and with the old stamp. */
  public void adjust(Row row) {
    put(row, false);
  }

  /** Removes a row. */
  public void delete(Row row) {
    touched.put(key(row) + " gone", new Touched(row, row, null, true, origin.message()));
    database.table(row.model()).remove(row.id());
  }

  private void put(Row row, boolean logged) {
    var table = database.table(row.model());
    var earlier = touched.get(key(row));
    var before = earlier == null ? table.get(row.id()) : earlier.before();
    var seen = logged || (earlier != null && earlier.logged());
    touched.put(key(row), new Touched(row, before, row, seen, origin.message()));
    table.put(row);
  }

  void commit() {
    if (origin.isLogged()) {
      var log = new ChangeLog(this);
      touched.values().stream().filter(Touched::logged).toList().forEach(log::add);
      log.trim();
    }
    for (var one : touched.values()) {
      var now = database.table(one.row().model()).get(one.row().id());
      if (now == null) {
        database.drop(one.row());
      } else {
        database.keep(now);
      }
    }
  }

  void rollBack() {
    for (var one : touched.values().stream().toList().reversed()) {
      var table = database.table(one.row().model());
      if (one.before() == null) {
        table.remove(one.row().id());
      } else {
        table.put(one.before());
      }
    }
  }

  private static String key(Row row) {
    return row.model().type() + " " + row.id();
  }

  private static Row stamped(Row row, String field, String now) {
    JsonNode stamp = TextNode.valueOf(now);
    return row.model().field(field) == null ? row : row.with(field, stamp);
  }

  /**
   * A row that the transaction changed.
   *
   * @param before as it was, or null
   * @param after as it became, or null
   * @param message for the change log
   */
  record Touched(
      Row row, @Nullable Row before, @Nullable Row after, boolean logged, String message) {}
}
