package direttore.domain.reservation;

import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reservations; null asks for nothing.
 *
 * @param from only those that end after it
 * @param to only those that begin before it
 * @param node only those on it: named as their place, or claimed
 * @param resource only those with a claim of it
 * @param statuses only those; none for all but cancelled ones, and for all of the phases asked for
 * @param phases only those; none for all
 * @param mine only those of the viewer
 * @param words only those with it in title, notes or requester, as far as the viewer may read them
 * @param series only those of that series
 * @param viewer who looks
 * @param after the last one of the page before
 * @param limit how many at the most
 */
public record ReservationFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable NodeName node,
    @Nullable Integer resource,
    Set<Status> statuses,
    Set<Phase> phases,
    Set<ReservationKind> kinds,
    boolean mine,
    @Nullable TeamName team,
    @Nullable String words,
    @Nullable Long series,
    Actor viewer,
    @Nullable Long after,
    int limit) {
  public static final int MOST = 1000;

  public ReservationFilter {
    statuses = Set.copyOf(statuses);
    phases = Set.copyOf(phases);
    kinds = Set.copyOf(kinds);
    limit = Math.clamp(limit, 1, MOST);
  }

  /** All that touch a window. */
  public static ReservationFilter in(Window window, Actor viewer) {
    return new ReservationFilter(
        window.from(),
        window.to(),
        null,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        null,
        null,
        null,
        viewer,
        null,
        MOST);
  }
}
