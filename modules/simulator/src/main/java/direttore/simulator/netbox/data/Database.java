package direttore.simulator.netbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.journal.Journal;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.model.Models;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All tables; one writes at a time, while nobody reads. */
public final class Database {
  /** A table of the journal with the last number of each model. */
  private static final String LAST = "last";

  private final Models models;
  private final Journal journal;
  private final Stamps stamps;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private Database(Models models, Journal journal, InstantSource clock) {
    this.models = models;
    this.journal = journal;
    this.stamps = new Stamps(clock);
    models.all().forEach(model -> tables.put(model.type(), new Table(model)));
  }

  /** The database with what the journal holds. */
  public static Database open(Models models, Journal journal, InstantSource clock) {
    var database = new Database(models, journal, clock);
    for (var table : database.tables.values()) {
      journal
          .take(table.model().type())
          .forEach((id, kept) -> table.put(row(table.model(), Long.parseLong(id), kept)));
    }
    journal.take(LAST).forEach((type, id) -> database.resume(type, id.asLong()));
    return database;
  }

  private void resume(String type, long id) {
    if (models.has(type)) {
      table(type).startAfter(id);
    }
  }

  /** What its objects are like. */
  public Models models() {
    return models;
  }

  /** The table of a model. */
  public Table table(String type) {
    var table = tables.get(type);
    if (table == null) {
      throw new IllegalArgumentException("type is " + type + ", which no model has");
    }
    return table;
  }

  /** The table of a model. */
  public Table table(Model model) {
    return table(model.type());
  }

  /** A row, or null. */
  public @Nullable Row find(String type, long id) {
    return models.has(type) ? table(type).get(id) : null;
  }

  /** Reads while nobody writes. */
  public <T> T read(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Does work that reads before it writes, while nobody else does either. */
  public <T> T alone(Supplier<T> work) {
    lock.writeLock().lock();
    try {
      return work.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Writes all of it or, where it throws, nothing. */
  public <T> T write(Origin origin, Function<Transaction, T> work) {
    lock.writeLock().lock();
    var transaction = new Transaction(this, origin, stamps);
    var done = false;
    try {
      var result = work.apply(transaction);
      transaction.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        transaction.rollBack();
      }
      lock.writeLock().unlock();
    }
  }

  void keep(Row row) {
    journal.put(row.model().type(), String.valueOf(row.id()), flat(row));
  }

  void drop(Row row) {
    journal.remove(row.model().type(), String.valueOf(row.id()));
    journal.put(LAST, row.model().type(), table(row.model()).last());
  }

  private static ObjectNode flat(Row row) {
    var flat = JsonNodeFactory.instance.objectNode();
    for (var field : row.model().fields().values()) {
      if (!row.get(field).isNull()) {
        flat.set(field.name(), row.get(field));
      }
    }
    return flat;
  }

  private static Row row(Model model, long id, JsonNode kept) {
    var row = Row.empty(model, id);
    for (var entry : kept.properties()) {
      if (model.field(entry.getKey()) != null) {
        row = row.with(entry.getKey(), entry.getValue());
      }
    }
    return row;
  }
}
