package direttore.simulator.pve.storage;

import direttore.simulator.journal.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** The table of all volumes. */
public final class Volumes {
  private static final String TABLE = "volume";

  private final Map<String, ConcurrentSkipListMap<String, Volume>> byPlace =
      new ConcurrentHashMap<>();
  private final Journal journal;

  /** The volumes that the journal knows. */
  public Volumes(Journal journal) {
    this.journal = journal;
    journal.take(TABLE).values().forEach(row -> keep(journal.value(row, Volume.class)));
  }

  /** Adds or replaces a volume. */
  public void put(Volume volume) {
    keep(volume);
    journal.put(TABLE, key(volume), volume);
  }

  /** Takes a volume away. */
  public void remove(Volume volume) {
    at(volume.place()).remove(volume.name());
    journal.remove(TABLE, key(volume));
  }

  /** Changes a volume, where it exists. */
  public void change(String place, String name, UnaryOperator<Volume> change) {
    find(place, name).ifPresent(v -> put(change.apply(v)));
  }

  /** A volume by its place and name, if it exists. */
  public Optional<Volume> find(String place, String name) {
    return Optional.ofNullable(at(place).get(name));
  }

  /** A volume by its id as a node sees it, if it exists. */
  public Optional<Volume> find(Storage storage, String node, String name) {
    return find(Volume.placeOf(storage, node), name);
  }

  /** All volumes of a place by name. */
  public List<Volume> list(String place) {
    return List.copyOf(at(place).values());
  }

  /** The volumes of a place that belong to a guest. */
  public List<Volume> ofGuest(String place, int vmid) {
    return at(place).values().stream().filter(v -> v.vmid() == vmid).toList();
  }

  /** Every volume of the cluster. */
  public List<Volume> all() {
    var all = new ArrayList<Volume>();
    byPlace.values().forEach(m -> all.addAll(m.values()));
    all.sort(Comparator.comparing(Volume::place).thenComparing(Volume::name));
    return all;
  }

  /** Bytes taken by the volumes of a place. */
  public long used(String place) {
    return at(place).values().stream().mapToLong(Volume::used).sum();
  }

  private void keep(Volume volume) {
    at(volume.place()).put(volume.name(), volume);
  }

  private ConcurrentSkipListMap<String, Volume> at(String place) {
    return byPlace.computeIfAbsent(place, p -> new ConcurrentSkipListMap<>());
  }

  private static String key(Volume volume) {
    return volume.place() + ":" + volume.name();
  }
}
