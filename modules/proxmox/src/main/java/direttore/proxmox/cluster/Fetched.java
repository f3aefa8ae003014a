package direttore.proxmox.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What a reading found.
 *
 * @param trouble why parts of it show an earlier state or are missing, or null when it is whole
 */
record Fetched<T>(T value, @Nullable String trouble) {
  static <T> Fetched<T> whole(T value) {
    return new Fetched<>(value, null);
  }
}
