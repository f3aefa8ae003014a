package direttore.api.cluster;

import direttore.domain.node.Storage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A storage in answers.
 *
 * @param content what it may hold, joined by commas as Proxmox writes it
 */
record StorageView(
    String storage,
    String type,
    String content,
    long avail,
    long total,
    boolean enabled,
    boolean active,
    boolean shared,
    @Nullable String trouble) {
  static StorageView of(Storage storage) {
    return new StorageView(
        storage.name(),
        storage.type(),
        storage.content().stream().sorted().collect(Collectors.joining(",")),
        storage.avail(),
        storage.total(),
        storage.enabled(),
        storage.active(),
        storage.shared(),
        storage.trouble());
  }
}
