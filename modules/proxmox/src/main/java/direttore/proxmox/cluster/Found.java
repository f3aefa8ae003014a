package direttore.proxmox.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What a reading found.
 *
 * @param trouble why parts of it show an earlier state or are missing, or null when it is whole
 */
record Found<T>(T value, @Nullable String trouble) {
  static <T> Found<T> whole(T value) {
    return new Found<>(value, null);
  }
}
