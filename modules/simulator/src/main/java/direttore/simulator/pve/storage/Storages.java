package direttore.simulator.pve.storage;

import direttore.simulator.journal.Journal;
import direttore.simulator.pve.api.Failure;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The storages of the cluster. */
public final class Storages {
  private static final String TABLE = "storage";

  private final Map<String, Storage> byId = new ConcurrentHashMap<>();
  private final Journal journal;

  /** The storages that the journal knows. */
  public Storages(Journal journal) {
    this.journal = journal;
    journal.take(TABLE).forEach((id, row) -> byId.put(id, journal.value(row, Storage.class)));
  }

  /** Adds or replaces a storage. */
  public void put(Storage storage) {
    byId.put(storage.id(), storage);
    journal.put(TABLE, storage.id(), storage);
  }

  /** Forgets a storage; its volumes stay where they are. */
  public void remove(String id) {
    byId.remove(id);
    journal.remove(TABLE, id);
  }

  /** All storages by id. */
  public Collection<Storage> all() {
    return byId.values().stream().sorted(Comparator.comparing(Storage::id)).toList();
  }

  /** A storage, if there is one of that id. */
  public Optional<Storage> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** A storage, or the failure that it does not exist. */
  public Storage get(String id) {
    return find(id).orElseThrow(() -> new Failure("storage '%s' does not exist".formatted(id)));
  }

  /** A storage that can be used on the node (PVE::Storage::storage_check_enabled). */
  public Storage enabled(String id, String node) {
    var storage = get(id);
    if (storage.disabled()) {
      throw new Failure("storage '%s' is disabled".formatted(id));
    }
    if (!storage.isEnabledOn(node)) {
      throw new Failure("storage '%s' is not available on node '%s'".formatted(id, node));
    }
    return storage;
  }
}
