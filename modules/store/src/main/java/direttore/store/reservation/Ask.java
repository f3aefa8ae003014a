package direttore.store.reservation;

import direttore.domain.reservation.ClaimDecider;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Resource;
import java.util.Collection;
import java.util.List;

/**
 * What is asked for, with the resources that could answer it.
 *
 * @param maintenance whether what is out of service may be had
 */
record Ask(List<ClaimRequest> requests, List<List<Resource>> candidates, boolean maintenance) {
  /** All resources that it could take, in the order in which they are locked. */
  List<Integer> ids() {
    return candidates.stream().flatMap(List::stream).map(Resource::id).distinct().sorted().toList();
  }

  ClaimDecider decider(Collection<Held> held) {
    return new ClaimDecider(requests, candidates, held, maintenance);
  }
}
