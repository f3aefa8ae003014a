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

  private final Map<String, ConcurrentSkipListMap<String, StoredVolume>> byPlace =
      new ConcurrentHashMap<>();
  private final Journal journal;

  /** The volumes that the journal knows. */
  public Volumes(Journal journal) {
    this.journal = journal;
    journal.take(TABLE).values().forEach(row -> keep(journal.value(row, StoredVolume.class)));
  }

  /** Adds or replaces a volume. */
  public void put(StoredVolume volume) {
    keep(volume);
    journal.put(TABLE, key(volume), volume);
  }

  /** Takes a volume away. */
  public void remove(StoredVolume volume) {
    at(volume.place()).remove(volume.name());
    journal.remove(TABLE, key(volume));
  }

  /** Changes a volume, where it exists. */
  public void change(String place, String name, UnaryOperator<StoredVolume> change) {
    find(place, name).ifPresent(v -> put(change.apply(v)));
  }

  /** A volume by its place and name, if it exists. */
  public Optional<StoredVolume> find(String place, String name) {
    return Optional.ofNullable(at(place).get(name));
  }

  /** A volume by its id as a node sees it, if it exists. */
  public Optional<StoredVolume> find(Storage storage, String node, String name) {
    return find(StoredVolume.placeOf(storage, node), name);
  }

  /** All volumes of a place by name. */
  public List<StoredVolume> list(String place) {
    return List.copyOf(at(place).values());
  }

  /** The volumes of a place that belong to a guest. */
  public List<StoredVolume> ofGuest(String place, int vmid) {
    return at(place).values().stream().filter(v -> v.vmid() == vmid).toList();
  }

  /** Every volume of the cluster. */
  public List<StoredVolume> all() {
    var all = new ArrayList<StoredVolume>();
    byPlace.values().forEach(m -> all.addAll(m.values()));
    all.sort(Comparator.comparing(StoredVolume::place).thenComparing(StoredVolume::name));
    return all;
  }

  /** Bytes taken by the volumes of a place. */
  public long used(String place) {
    return at(place).values().stream().mapToLong(StoredVolume::used).sum();
  }

  private void keep(StoredVolume volume) {
    at(volume.place()).put(volume.name(), volume);
  }

  private ConcurrentSkipListMap<String, StoredVolume> at(String place) {
    return byPlace.computeIfAbsent(place, p -> new ConcurrentSkipListMap<>());
  }

  private static String key(StoredVolume volume) {
    return volume.place() + ":" + volume.name();
  }
}
