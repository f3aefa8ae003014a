package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.LatestEnd;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.Approval;
import direttore.domain.reservation.policy.Asked;
import direttore.domain.reservation.policy.NeededApproval;
import direttore.domain.reservation.policy.PolicyRules;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reservations in memory for somebody whom the rules bind; what they have is not counted. */
record RuledReservations(FakeReservations all, Actor by) implements Reservations {

  private boolean bound() {
    return !by.changesAll();
  }

  private void require(
      Reservation draft, @Nullable Window before, Window window, boolean recurring) {
    var policy = all.policies.holding(draft.details().party().team());
    var asked =
        new Asked(
            window,
            before,
            before == null,
            true,
            recurring,
            Set.of(),
            draft.times().zone(),
            FakeOperations.NOW);
    var broken = PolicyRules.broken(policy, asked, List.of());
    if (bound() && !broken.isEmpty()) {
      throw new Refusal.RuleBroken(broken);
    }
  }

  private void require(NewReservation wanted, Times times, boolean recurring) {
    require(wanted.draft("", FakeOperations.NOW), null, times.window(), recurring);
  }

  @Override
  public Reservations askedAgain(AskedAgain other) {
    var _ = all.askedAgain(other);
    return this;
  }

  @Override
  public Reservation book(NewReservation wanted, Submitter submitter) {
    require(wanted, wanted.times(), false);
    var booked = all.book(wanted, submitter);
    var rule = all.policies.holding(booked.details().party().team()).approval();
    var why = NeededApproval.reasons(rule, booked.window(), booked.claims(), Map.of());
    if (!bound()) {
      return booked;
    }
    if (why.isEmpty()) {
      var minutes = all.policies.holding(booked.details().party().team()).checkInMinutes();
      return all.put(booked.asking(CheckIn.within(minutes)));
    }
    all.approvals.all.put(
        booked.id(), new Approval(String.join("; ", why), booked.window().from(), null));
    return all.put(booked.in(Phase.REQUESTED));
  }

  @Override
  public List<Slot.Choice> check(NewReservation wanted) {
    require(wanted, wanted.times(), false);
    return all.check(wanted);
  }

  @Override
  public SeriesBooked bookSeries(NewReservation template, NewSeries series, Submitter submitter) {
    series.occurrences().forEach(each -> require(template, each.times(), true));
    return all.bookSeries(template, series, submitter);
  }

  @Override
  public List<SeriesBooked.Left> checkSeries(NewReservation template, NewSeries series) {
    return all.checkSeries(template, series);
  }

  @Override
  public Reservation change(long id, ReservationChange change, @Nullable Integer version) {
    var before = all.find(id);
    var times = change.times();
    if (times != null) {
      require(before, before.window(), times.window(), false);
    }
    return all.change(id, change, version);
  }

  @Override
  public Reservations ruled(Actor actor) {
    return all.ruled(actor);
  }

  @Override
  public Reservation find(long id) {
    return all.find(id);
  }

  @Override
  public Optional<Reservation> earlier(Submitter submitter) {
    return all.earlier(submitter);
  }

  @Override
  public ReservationPage page(ReservationFilter filter) {
    return all.page(filter);
  }

  @Override
  public List<Reservation> ofSeries(long series) {
    return all.ofSeries(series);
  }

  @Override
  public Series series(long id) {
    return all.series(id);
  }

  @Override
  public Reservation check(long id, ReservationChange change) {
    return all.check(id, change);
  }

  @Override
  public Reservation cancel(
      long id, Collection<Long> others, @Nullable Integer version, @Nullable String reason) {
    return all.cancel(id, others, version, reason);
  }

  @Override
  public Reservation giveBack(long id, @Nullable Integer version) {
    return all.giveBack(id, version);
  }

  @Override
  public Reservation checkIn(long id, @Nullable Integer version) {
    return all.checkIn(id, version);
  }

  @Override
  public LatestEnd extendableUntil(long id, Instant most) {
    return all.extendableUntil(id, most);
  }
}
