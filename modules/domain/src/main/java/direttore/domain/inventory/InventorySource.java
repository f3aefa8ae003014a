package direttore.domain.inventory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * NetBox as it is read. Nothing here changes anything there, and nothing throws: each answer is
 * what was read whole, or why it is not known. What a consumer throws passes through.
 */
public interface InventorySource {
  /** The address under which people and programs reach it, without a final slash. */
  URI address();

  /** What it says of itself. */
  Answer<SourceStatus> status();

  /**
   * All objects of a kind, by id. Handed over page by page, each id once, so that no more than a
   * page is held at a time.
   *
   * @param pages takes each page, none of them empty; none for a kind that NetBox has none of
   * @return how many were handed over, once there are no more. An object that was there all the
   *     time is among them; one that came or went meanwhile may be. Where that cannot be promised,
   *     the answer is unknown, though pages may have been handed over.
   */
  Answer<Long> all(Kind kind, Consumer<List<SourceObject>> pages);

  /**
   * The objects of a kind whose {@code last_updated} is the stamp's or later, in the same manner.
   */
  Answer<Long> since(Kind kind, Instant stamp, Consumer<List<SourceObject>> pages);

  /** The ids of all objects of a kind, in the same manner, in ascending order. */
  Answer<Long> ids(Kind kind, Consumer<List<Long>> pages);

  /**
   * One object, read now. Unknown with {@code Absent} where NetBox has none, or none that the token
   * may see.
   */
  Answer<SourceObject> one(Kind kind, long id);

  /** The id of the newest entry of the change log; zero where the log is empty. */
  Answer<Long> newestChange();

  /**
   * What the change log has after an entry, oldest first: the first {@link #CHANGES} at most, in
   * one request. Unknown with {@code Forbidden} where the token may not read the log.
   */
  Answer<List<SourceChange>> changes(long after);

  /** How many changes are read at once. */
  int CHANGES = 1000;
}
