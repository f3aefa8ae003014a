package direttore.domain.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The copy of NetBox as it is written. A copy of another NetBox is none. */
public interface InventoryCopy {
  CopyState state();

  /** How far each kind is; {@link KindState#NEVER} for one that was never read. */
  Map<Kind, KindState> kinds();

  /** Up to where the change log is taken over; empty where it cannot be read, or never was. */
  OptionalLong change();

  /** Begins one more reading; what another NetBox had is forgotten. Answers its number. */
  long begin();

  /** Takes objects over, as the reading found them. */
  void put(Kind kind, long reading, List<SourceObject> objects);

  /** All objects of a kind were read: those that the reading did not find are gone. */
  void whole(Kind kind, long reading, Instant began);

  /** All that changed of a kind since its stamp was read. */
  void caughtUp(Kind kind, long reading);

  /** Removes objects that NetBox no longer has. */
  void remove(Kind kind, Collection<Long> ids);

  /**
   * Removes the objects of a kind whose ids are not among those of NetBox, but for what this
   * reading has found since it asked for them.
   */
  void keepOnly(Kind kind, long reading, Collection<Long> ids);

  /** Says that all objects of these kinds are to be read again. */
  void stale(Collection<Kind> kinds);

  /** Notes up to where the change log is taken over; null where it cannot be read. */
  void settle(@Nullable Long change);

  /** The copy agrees with NetBox as that was then. */
  void current(String version, Instant at);

  /** The copy could not be brought up to date. */
  void trouble(String sentence, Instant at);
}
