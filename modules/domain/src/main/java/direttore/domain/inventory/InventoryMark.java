package direttore.domain.inventory;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What marks an object of NetBox as Direttore's: its tag, and a key in the description. */
public final class InventoryMark {
  /** The slug of the tag. */
  public static final String TAG = "direttore";

  private static final Pattern KEY =
      Pattern.compile(
          "\\[direttore ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})]");

  private InventoryMark() {}

  /** A key, as it stands in a description. */
  public static String of(UUID key) {
    return "[direttore %s]".formatted(key);
  }

  /** The key in a description; empty where there is none. */
  public static Optional<UUID> in(String description) {
    var found = KEY.matcher(description);
    return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
  }
}
