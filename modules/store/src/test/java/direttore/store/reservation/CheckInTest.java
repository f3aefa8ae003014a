package direttore.store.reservation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Role;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.operation.Safe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nobody checks in to is returned, and nothing else is. */
class CheckInTest extends CheckInLab {
  @Test
  void whatNobodyChecksInToIsReturned() {
    var id = running();
    earlier(id, 15 * MINUTE);
    var by = find(id).window().from().plusSeconds(15 * MINUTE);

    ring();

    var after = find(id);
    assertThat(after.phase()).isEqualTo(Phase.RETURNED);
    assertThat(after.status()).isEqualTo(Status.COMPLETED);
    assertThat(after.window().to()).isBetween(by, Instant.now());
    assertThat(after.reason())
        .startsWith("Nobody checked in by ")
        .endsWith(DateTimeFormatter.ofPattern("HH:mm' (Z).'").format(by.atZone(ZoneOffset.UTC)));
    assertThat(after.claims()).isNotEmpty().noneMatch(Claim::holding);
    assertThat(lives.find(id).bells()).isEmpty();
    assertThat(kinds()).contains(NoticeKind.ENDED, NoticeKind.NO_SHOW);
    assertThat(shown()).containsExactly(NoticeKind.NO_SHOW);
    assertThat(ruled.book(node(fromNow(30, HOUR)), BY).phase()).isEqualTo(Phase.BOOKED);
  }

  @Test
  void whatSomebodyCheckedInToStays() {
    var id = running();

    var checked = reservations.by("ada").checkIn(id, find(id).version());
    earlier(id, 15 * MINUTE);
    ring();

    var after = find(id);
    assertThat(after.phase()).isEqualTo(Phase.RUNNING);
    assertThat(after.version()).isEqualTo(checked.version());
    assertThat(after.checkIn()).isNotNull().matches(asked -> !asked.pending());
    assertThat(by(id)).isEmpty();
    assertThat(reservations.checkIn(id, null)).isEqualTo(after);
    assertThat(shown()).isEmpty();
    var extended = ruled.change(id, until(after, now.plusSeconds(3 * HOUR)), null);
    assertThat(extended.checkIn()).isEqualTo(after.checkIn());
    assertThat(by(id)).isEmpty();
  }

  @Test
  void aStaleCheckInIsRefused() {
    var id = running();

    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() -> reservations.checkIn(id, find(id).version() - 1));
    assertThat(by(id)).isPresent();
  }

  @Test
  void nobodyChecksInLongBeforeTheStartOrAfterTheReturnOrToWhatNeedsNone() {
    var later = ruled.book(node(fromNow(HOUR, 2 * HOUR)), BY).id();
    var free = reservations.book(node(fromNow(3 * HOUR, 4 * HOUR)), BY).id();
    var gone = running(5 * HOUR);
    reservations.giveBack(gone, null);

    for (var id : List.of(later, free, gone)) {
      assertThatExceptionOfType(Refusal.WrongState.class)
          .isThrownBy(() -> reservations.checkIn(id, null));
    }
    assertThat(by(free)).isEmpty();
    assertThat(by(gone)).isEmpty();
    requireBy(later, now.plusSeconds(HOUR));
  }

  /** One that runs, of what others reserve until then. */
  private long running(int from) {
    var id = ruled.book(node(fromNow(from, from + HOUR)), BY).id();
    earlier(id, from + 10);
    ring();
    return id;
  }

  @Test
  void anExtensionKeepsTheLastMoment() {
    var id = running();
    var by = by(id);

    ruled.change(id, until(find(id), now.plusSeconds(4 * HOUR)), null);

    assertThat(by).isPresent();
    assertThat(by(id)).isEqualTo(by);
  }

  @Test
  void whatIsMovedIsCheckedInToAnew() {
    var id = ruled.book(node(fromNow(10 * MINUTE, HOUR)), BY).id();
    reservations.checkIn(id, null);
    var there = fromNow(5 * HOUR, 6 * HOUR);

    ruled.change(id, ReservationChange.NOTHING.withTimes(new Times(there, ZoneOffset.UTC)), null);

    assertThat(find(id).checkIn()).isEqualTo(new CheckIn(Duration.ofMinutes(15), null));
    assertThat(by(id)).contains(there.from().plusSeconds(15 * MINUTE));
  }

  @Test
  void laterRulesHoldForWhatIsMovedAndNotForWhatStays() {
    var stays = ruled.book(node(fromNow(HOUR, 2 * HOUR)), BY);
    var moves = ruled.book(node(fromNow(3 * HOUR, 4 * HOUR)), BY);
    policies.set(null, Policy.FREE);

    ruled.change(stays.id(), until(stays, now.plusSeconds(2 * HOUR + MINUTE)), null);
    ruled.change(
        moves.id(),
        ReservationChange.NOTHING.withTimes(new Times(fromNow(5 * HOUR, 6 * HOUR), ZoneOffset.UTC)),
        null);

    requireBy(stays.id(), stays.window().from());
    assertThat(find(moves.id()).checkIn()).isNull();
    assertThat(by(moves.id())).isEmpty();
  }

  @Test
  void whatIsNotLongerThanTheTimeToCheckInNeedsNone() {
    var brief = ruled.book(node(fromNow(HOUR, HOUR + 15 * MINUTE)), BY);
    assertThat(by(brief.id())).isEmpty();

    ruled.change(brief.id(), until(brief, now.plusSeconds(2 * HOUR)), null);

    requireBy(brief.id(), brief.window().from());
  }

  @Test
  void whoeverItIsHandedToHasAllTheTime() {
    var id = running();
    earlier(id, 10 * MINUTE);
    var old = find(id).details();
    var details =
        new Details(old.title(), "", new Party("ben", null, null), old.where(), old.hidden());

    ruled.change(id, ReservationChange.NOTHING.withDetails(details), null);

    requireBy(id, Instant.now());
  }

  @Test
  void warnsWhenItOpensAndBeforeItIsTooLate() {
    var id = ruled.book(node(fromNow(20 * MINUTE, 2 * HOUR)), BY).id();
    ring();
    assertThat(kinds()).isEmpty();

    earlier(id, 6 * MINUTE);
    ring();
    assertThat(kinds()).containsExactly(NoticeKind.CHECK_IN);
    earlier(id, 14 * MINUTE + 10);
    ring();
    assertThat(shown()).isEmpty();
    earlier(id, 11 * MINUTE);
    ring();

    assertThat(kinds()).containsExactly(NoticeKind.CHECK_IN, NoticeKind.CHECK_IN);
    assertThat(shown()).containsExactly(NoticeKind.CHECK_IN);
    reservations.checkIn(id, null);
    assertThat(shown()).isEmpty();
  }

  @Test
  void aChangeThatWaitsForAnApprovalIsTakenBackWithIt() {
    policies.set(null, RulesTest.approving(false, 2, null).checkedIn(15));
    var id = running();
    var asked = ruled.change(id, until(find(id), now.plusSeconds(5 * HOUR)), null);
    assertThat(asked.replaces()).isEqualTo(id);
    assertThat(by(id)).isPresent();
    earlier(id, 15 * MINUTE);

    ring();

    assertThat(find(id).phase()).isEqualTo(Phase.RETURNED);
    assertThat(find(asked.id()).phase()).isEqualTo(Phase.CALLED_OFF);
  }

  @Test
  void whatIsApprovedIsCheckedInTo() {
    policies.set(null, RulesTest.approving(true, null, null).checkedIn(15));
    var asked = ruled.book(node(fromNow(HOUR, 2 * HOUR)), BY);
    assertThat(by(asked.id())).isEmpty();

    new PgApprovals(database, CLOCK, consequences)
        .approve(asked.id(), List.of(), RulesTest.actor("olga", Role.OPERATOR), null, null);

    requireBy(asked.id(), asked.window().from());
  }

  @Test
  void whatNobodyChecksInToIsOfferedToWhoeverWaits() {
    var id = running();
    var waiting =
        new PgWaiting(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID, consequences);
    var one = node(fromNow(0, 2 * HOUR));
    var wish =
        new Wish(
            one.details(),
            one.claims(),
            fromNow(0, 2 * HOUR),
            Duration.ofHours(1),
            ZoneOffset.UTC,
            AtStart.NOTHING,
            AtEnd.NOTHING);
    var entry = waiting.add(wish, BY);
    assertThat(waiting.serve(Set.of()).offered()).isNull();
    earlier(id, 15 * MINUTE);

    ring();

    var offered = requireNonNull(waiting.serve(Set.of()).offered());
    assertThat(find(offered).phase()).isEqualTo(Phase.OFFERED);
    assertThat(waiting.find(entry.id()).offer())
        .isNotNull()
        .matches(offer -> offer.reservation() == offered);
  }

  @Test
  void eachDateOfASeriesIsCheckedInToForItself() {
    var dates =
        IntStream.range(0, 2)
            .mapToObj(day ->
                new Times(fromNow(10 + day * 24 * HOUR, (2 + day * 24) * HOUR), ZoneOffset.UTC))
            .map(times -> new Occurrence(times.startLocal(), times))
            .toList();
    var series = new NewSeries("FREQ=DAILY;COUNT=2", List.of(), NewSeries.Mode.ALL, dates, null);
    var booked = ruled.bookSeries(node(dates.getFirst().times().window()), series, BY).booked();
    var first = booked.getFirst().id();
    var second = booked.getLast().id();
    requireBy(second, dates.getLast().times().window().from());
    earlier(first, 20);
    ring();
    earlier(first, 15 * MINUTE);

    ring();

    assertThat(find(first).phase()).isEqualTo(Phase.RETURNED);
    assertThat(find(second).phase()).isEqualTo(Phase.BOOKED);
    assertThat(by(second)).isPresent();
  }
}
