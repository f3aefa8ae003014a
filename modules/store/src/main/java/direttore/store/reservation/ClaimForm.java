package direttore.store.reservation;

import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Reservation;
import java.util.List;

/** How a claim goes to the database, many at once. */
record ClaimForm(
    int resource,
    int request,
    boolean whole,
    String since,
    String until,
    int cores,
    long memory,
    long disk,
    int vms,
    int lxc,
    boolean holding) {

  static List<ClaimForm> of(Reservation reservation) {
    return reservation.claims().stream().map(ClaimForm::of).toList();
  }

  private static ClaimForm of(Claim claim) {
    var share = claim.share();
    return new ClaimForm(
        claim.resource().id(),
        claim.request(),
        share == null,
        claim.during().from().toString(),
        claim.during().to().toString(),
        share == null ? 0 : share.cores(),
        share == null ? 0 : share.memory(),
        share == null ? 0 : share.disk(),
        share == null ? 0 : share.vms(),
        share == null ? 0 : share.lxc(),
        claim.holding());
  }
}
