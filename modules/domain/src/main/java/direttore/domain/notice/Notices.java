package direttore.domain.notice;

import direttore.domain.access.Actor;
import java.time.Instant;
import java.util.List;

/** What was told of reservations. */
public interface Notices {
  /**
   * What is still true of their reservations, was done by others, and they have not put away; the
   * latest first.
   */
  List<Notice> of(Actor actor, Instant now);

  /** Puts one away for somebody. Refuses with {@code NotFound} one that is not theirs to see. */
  void putAway(Actor actor, long id, Instant now);

  /**
   * Writes who is to be told of what happened since, and what; answers how many notices that were.
   */
  int spread(int most);

  /** Forgets what is older; answers how many. */
  long forget(Instant before);
}
