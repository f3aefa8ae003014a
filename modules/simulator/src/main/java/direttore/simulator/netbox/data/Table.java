package direttore.simulator.netbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.net.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of one model, with indexes by names, references and networks. */
public final class Table {
  private static final int PAST_ANY_MASK = 129;

  private final Model model;
  private final NavigableMap<Long, Row> rows = new TreeMap<>();
  private final Map<String, Map<String, NavigableSet<Long>>> byValue = new HashMap<>();
  private final Map<String, NavigableMap<Network, NavigableSet<Long>>> byNetwork = new HashMap<>();
  private long last;

  Table(Model model) {
    this.model = model;
    for (var field : model.fields().values()) {
      switch (field.type()) {
        case TEXT, SLUG, MAC, REF, REFS, TAGS, OBJECT_ID ->
            byValue.put(field.name(), new HashMap<>());
        case ADDRESS, PREFIX -> byNetwork.put(field.name(), new TreeMap<>());
        default -> {}
      }
    }
  }

  /** The kind of its rows. */
  public Model model() {
    return model;
  }

  /** A number that no row had before. */
  long next() {
    return ++last;
  }

  long last() {
    return last;
  }

  void startAfter(long id) {
    last = Math.max(last, id);
  }

  /** A row, or null. */
  public @Nullable Row get(long id) {
    return rows.get(id);
  }

  /** All rows by their numbers. */
  public Collection<Row> all() {
    return rows.values();
  }

  /** All rows from that number on. */
  public Collection<Row> from(long id) {
    return rows.tailMap(id, true).values();
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** Is there an index by that field's values? */
  public boolean isIndexed(String field) {
    return byValue.containsKey(field);
  }

  /** The rows whose field has that value, whatever the case, or refers to that row. */
  public List<Row> having(String field, String value) {
    var index = byValue.get(field);
    if (index == null) {
      return rows.values().stream().filter(r -> r.text(field).equals(value)).toList();
    }
    return rows(index.getOrDefault(value.toLowerCase(Locale.ROOT), new TreeSet<>()));
  }

  /** How many rows have that value. */
  public int count(String field, long id) {
    var ids = byValue.getOrDefault(field, Map.of()).get(String.valueOf(id));
    return ids == null ? 0 : ids.size();
  }

  /** The rows whose network or address in that field begins within those bounds. */
  public List<Row> within(String field, int family, BigInteger from, BigInteger to) {
    var found = new ArrayList<Row>();
    occupied(field, family, from, to).values().forEach(ids -> found.addAll(rows(ids)));
    return found;
  }

  /** The addresses within those bounds, in order, each with the rows that have it. */
  public NavigableMap<Network, NavigableSet<Long>> occupied(
      String field, int family, BigInteger from, BigInteger to) {
    return byNetwork
        .getOrDefault(field, new TreeMap<>())
        .subMap(new Network(family, from, 0), true, new Network(family, to, PAST_ANY_MASK), true);
  }

  void put(Row row) {
    var before = rows.put(row.id(), row);
    startAfter(row.id());
    if (before != null) {
      index(before, false);
    }
    index(row, true);
  }

  void remove(long id) {
    var before = rows.remove(id);
    if (before != null) {
      index(before, false);
    }
  }

  private void index(Row row, boolean add) {
    byValue.forEach((name, index) -> {
      for (var key : keys(row, model.require(name))) {
        keep(index, key, row.id(), add);
      }
    });
    byNetwork.forEach((name, index) -> {
      var network = Network.parse(row.text(name));
      if (network != null) {
        keep(index, network, row.id(), add);
      }
    });
  }

  private static <K> void keep(Map<K, NavigableSet<Long>> index, K key, long id, boolean add) {
    if (add) {
      index.computeIfAbsent(key, k -> new TreeSet<>()).add(id);
    } else {
      var ids = index.get(key);
      if (ids != null && ids.remove(id) && ids.isEmpty()) {
        index.remove(key);
      }
    }
  }

  private static List<String> keys(Row row, Field field) {
    JsonNode value = row.get(field);
    if (value.isArray()) {
      return row.refs(field.name()).stream().map(String::valueOf).distinct().toList();
    }
    return value.isNull() || value.asText().isEmpty()
        ? List.of()
        : List.of(value.asText().toLowerCase(Locale.ROOT));
  }

  private List<Row> rows(Collection<Long> ids) {
    return ids.stream().map(rows::get).toList();
  }
}
