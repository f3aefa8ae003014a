package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.SnapshotName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A word with the name of a snapshot behind a colon, as in {@code restore:before}.
 *
 * @param snapshot null where the word stands alone
 */
record SnapshotWord<K extends Enum<K>>(K kind, @Nullable SnapshotName snapshot) {

  static String wire(String word, @Nullable SnapshotName snapshot) {
    return snapshot == null ? word : word + ":" + snapshot;
  }

  /** Empty for a word or a name that cannot be. */
  static <K extends Enum<K>> Optional<SnapshotWord<K>> parse(Class<K> kinds, String wire) {
    var parts = wire.split(":", 2);
    return Arrays.stream(kinds.getEnumConstants())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(parts[0]))
        .findFirst()
        .flatMap(kind -> named(kind, parts));
  }

  private static <K extends Enum<K>> Optional<SnapshotWord<K>> named(K kind, String[] parts) {
    try {
      return Optional.of(
          new SnapshotWord<>(kind, parts.length == 1 ? null : new SnapshotName(parts[1])));
    } catch (Refusal.Invalid e) {
      return Optional.empty();
    }
  }
}
