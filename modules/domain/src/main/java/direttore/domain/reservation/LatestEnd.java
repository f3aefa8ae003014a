package direttore.domain.reservation;

import direttore.domain.reservation.ClaimDecider.Obstacle;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Until when a reservation can last with all that it claims.
 *
 * @param conflicts what is in its way then; none where nothing is, as far as was looked
 */
public record LatestEnd(Instant at, List<Conflict> conflicts) {
  public LatestEnd {
    conflicts = List.copyOf(conflicts);
  }

  /** What is first in the way of going on. */
  public record Next(Instant from, List<Obstacle> obstacles) {
    /**
     * The first in a window in which something goes on; empty where nothing is.
     *
     * @param held what others hold then
     */
    public static Optional<Next> in(Window window, ClaimDecider decider, Collection<Held> held) {
      var moments = new TreeSet<>(List.of(window.from()));
      held.forEach(each -> moments.add(each.during().from()));
      return moments.tailSet(window.from()).stream()
          .filter(moment -> moment.isBefore(window.to()))
          .map(moment -> new Window(moment, moment.plusSeconds(1)))
          .filter(moment -> !decider.free(moment))
          .findFirst()
          .map(moment -> new Next(moment.from(), decider.decide(moment, Set.of()).obstacles()));
    }
  }
}
