package direttore.domain.inventory;

import java.time.Instant;

/**
 * An entry of NetBox's change log.
 *
 * @param id its place in the log; later ones are larger, though some may come to light late
 * @param type NetBox's name of the kind of object, which may be one that is not kept here
 * @param object the id of what was changed
 */
public record SourceChange(long id, Instant time, String type, long object, Action action) {
  /** What was done. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE
  }
}
