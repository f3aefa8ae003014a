package direttore.store.inventory;

import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceObject;
import java.time.Instant;
import java.util.List;

/** Objects as NetBox writes them, with the fields that the copy looks at. */
public final class Objects {
  public static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");

  private Objects() {}

  /**
   * An object.
   *
   * @param fields JSON of further fields, with single quotes for double ones
   */
  public static SourceObject object(long id, String fields) {
    return object(id, THEN, fields);
  }

  public static SourceObject object(long id, Instant updated, String fields) {
    var json =
        "{\"id\": %d, \"last_updated\": \"%s\", %s}"
            .formatted(id, updated, fields.strip().replace('\'', '"'));
    return new SourceObject(id, updated, json);
  }

  /** Has a copy hold these and nothing else of their kind. */
  public static void hold(PgInventoryCopy copy, Kind kind, SourceObject... objects) {
    var reading = copy.begin();
    if (objects.length > 0) {
      copy.put(kind, reading, List.of(objects));
    }
    copy.whole(kind, reading, THEN);
  }
}
