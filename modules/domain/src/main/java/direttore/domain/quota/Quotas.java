package direttore.domain.quota;

import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may have how much. What goes beyond is refused where guests are ordered and handed over; a
 * quota that is lowered takes nothing away.
 */
public interface Quotas {
  /** The quota of everybody who has none of their own; teams have no such. */
  Quota forEverybody();

  void setForEverybody(Quota quota);

  /** How everybody stands, by name; then all teams, by name. */
  List<Standing> all();

  /** How somebody and these teams stand, in that order. */
  List<Standing> of(PersonName person, Collection<TeamName> teams);

  /** How one holder stands. Refuses with {@code NotFound} when there is no such person or team. */
  Standing of(Holder holder);

  /**
   * Sets the quota of somebody or of a team. Refuses with {@code NotFound} when there is no such.
   *
   * @param quota replaces the one for everybody in whole; null goes back to that
   */
  void set(Holder holder, @Nullable Quota quota);
}
