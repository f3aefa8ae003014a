package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.policy.Approval;
import direttore.domain.reservation.policy.Approvals;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Approvals of what is booked anew, in memory. */
public final class FakeApprovals implements Approvals {
  final Map<Long, Approval> all = new TreeMap<>();
  private final FakeReservations reservations;

  FakeApprovals(FakeReservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public synchronized Map<Long, Approval> of(Collection<Long> ids) {
    var some = new TreeMap<>(all);
    some.keySet().retainAll(ids);
    return some;
  }

  @Override
  public synchronized Reservation approve(
      long id,
      Collection<Long> others,
      Actor by,
      @Nullable Integer version,
      @Nullable String note) {
    others.forEach(each -> approved(each, by, null, note));
    return approved(id, by, version, note);
  }

  private Reservation approved(
      long id, Actor by, @Nullable Integer version, @Nullable String note) {
    var before = waiting(id, by, version);
    decide(id, new Approval.Decision(true, by.name(), FakeOperations.NOW, note));
    var change = ReservationChange.NOTHING.withPhase(Phase.BOOKED);
    return reservations.put(Changing.changed(before, change, FakeOperations.NOW));
  }

  @Override
  public synchronized Reservation refuse(
      long id, Collection<Long> others, Actor by, @Nullable Integer version, String note) {
    var before = waiting(id, by, version);
    decide(id, new Approval.Decision(false, by.name(), FakeOperations.NOW, note));
    return reservations.put(Endings.calledOff(before, FakeOperations.NOW, note).in(Phase.REFUSED));
  }

  private Reservation waiting(long id, Actor by, @Nullable Integer version) {
    var there = reservations.find(id);
    if (version != null && version != there.version()) {
      throw new Refusal.Stale("it was changed since", there.version());
    }
    if (there.phase() != Phase.REQUESTED) {
      throw new Refusal.WrongState("reservation %d waits for no approval".formatted(id), null);
    }
    ReservationRights.requireApproval(by, there);
    return there;
  }

  private void decide(long id, Approval.Decision decision) {
    all.computeIfPresent(id, (_, asked) -> new Approval(asked.why(), asked.by(), decision));
  }
}
