package direttore.simulator.pve.backup;

import direttore.simulator.journal.Journal;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.storage.StoredVolume;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the archives of vzdump hold, by their place and name. */
public final class Backups {
  private static final String TABLE = "backup";

  private final Map<String, Archive> archives = new ConcurrentHashMap<>();
  private final Journal journal;

  /** The archives that the journal knows. */
  public Backups(Journal journal) {
    this.journal = journal;
    journal.take(TABLE).forEach((id, row) -> archives.put(id, journal.value(row, Archive.class)));
  }

  /**
   * A guest as it was.
   *
   * @param config its configuration, without snapshots
   * @param volumes its disks by the key of the configuration
   */
  public record Archive(
      Kind kind,
      int vmid,
      SortedMap<String, String> config,
      SortedMap<String, StoredVolume> volumes) {
    public Archive {
      config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
      volumes = Collections.unmodifiableSortedMap(new TreeMap<>(volumes));
    }
  }

  void put(StoredVolume file, Archive archive) {
    archives.put(key(file), archive);
    journal.put(TABLE, key(file), archive);
  }

  Optional<Archive> of(StoredVolume file) {
    return Optional.ofNullable(archives.get(key(file)));
  }

  private static String key(StoredVolume file) {
    return file.place() + ":" + file.name();
  }
}
