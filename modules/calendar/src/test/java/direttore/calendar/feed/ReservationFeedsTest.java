package direttore.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.TeamName;
import direttore.domain.calendar.FeedScope;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Reservation.InSeries;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReservationFeedsTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final URI PROGRAM = URI.create("https://lab.example");
  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
  private static final UUID ANA = new UUID(0, 1);
  private static final Actor BEN =
      new Actor(
          new UUID(0, 2),
          "ben",
          "Ben",
          List.of(Grant.everywhere(Role.USER)),
          Set.of(new TeamName("red")),
          Actor.Via.LINK);

  private final List<Reservation> stored = new ArrayList<>();
  private final List<ReservationFilter> asked = new ArrayList<>();
  private Series series =
      new Series(
          7,
          "series-uid",
          "FREQ=WEEKLY;COUNT=3",
          ROME,
          LocalDateTime.parse("2027-03-08T09:00"),
          LocalDateTime.parse("2027-03-08T11:00"),
          List.of(),
          NewSeries.Mode.ALL,
          List.of(),
          3,
          new Series.Origin(6, "earlier-uid"));
  private final ReservationFeeds feeds =
      new ReservationFeeds(this::page, id -> series, Clock.fixed(NOW, ZoneOffset.UTC));

  /** One reservation to a page. */
  private ReservationPage page(ReservationFilter filter) {
    asked.add(filter);
    var all =
        stored.stream()
            .filter(r -> filter.series() == null || r.series() != null)
            .filter(r -> filter.after() == null || r.id() > filter.after())
            .toList();
    return new ReservationPage(all.subList(0, Math.min(1, all.size())), all.size(), all.size() > 1);
  }

  private void add(
      long id, String title, boolean hidden, Phase phase, String start, @Nullable InSeries of) {
    var begin = LocalDateTime.parse(start);
    var status = phase == Phase.CALLED_OFF ? Status.CANCELLED : Status.PENDING;
    stored.add(
        new Reservation(
            id,
            "uid-" + id,
            ReservationKind.BOOKING,
            new Details(
                title,
                "Bring cables.",
                new Party("ana", ANA, null),
                new Where(GuestKind.LXC, new NodeName("pve1"), null),
                hidden),
            Times.local(begin, begin.plusHours(2), ROME),
            status,
            phase,
            1,
            0,
            Margins.NONE,
            AtStart.NOTHING,
            AtEnd.NOTHING,
            List.of(),
            null,
            of,
            List.of(),
            null,
            NOW.minusSeconds(3600),
            NOW,
            null));
  }

  private List<String> lines(FeedScope scope) {
    var text = feeds.sheet(BEN, scope, "Lab", PROGRAM).text();
    return List.of(text.replace("\r\n ", "").split("\r\n"));
  }

  @Test
  void sayWhatSomebodyMaySee() {
    add(1, "Routing", false, Phase.BOOKED, "2027-03-09T09:00", null);

    assertThat(lines(new FeedScope.All()))
        .contains(
            "UID:uid-1@direttore",
            "SUMMARY:[LXC] Routing",
            "LOCATION:pve1",
            "DESCRIPTION:Bring cables.",
            "URL:https://lab.example/reservations/1",
            "STATUS:CONFIRMED");
  }

  @Test
  void hideWhatOthersHavePrivately() {
    add(1, "Exam of Carla", true, Phase.REQUESTED, "2027-03-09T09:00", null);

    assertThat(lines(new FeedScope.All()))
        .contains("SUMMARY:Reserved", "STATUS:TENTATIVE")
        .noneMatch(l -> l.contains("Carla") || l.contains("cables") || l.startsWith("URL"));
  }

  @Test
  void hideWhoseLimitsAreClaimed() {
    add(1, "Exam", true, Phase.BOOKED, "2027-03-09T09:00", null);
    var share = Amount.of(1, 1024, 0);
    var hers = new ClaimRequest.Named(ResourceKind.PERSON, "carla", share);
    var claim =
        new Claim(
            new Resource.Ref(3, ResourceKind.PERSON, "carla", null),
            share,
            stored.getFirst().window(),
            true,
            hers,
            0);
    stored.set(0, stored.getFirst().having(List.of(claim)));

    assertThat(lines(new FeedScope.All()))
        .contains("SUMMARY:Reserved", "LOCATION:pve1")
        .noneMatch(l -> l.contains("carla"));
  }

  @Test
  void askForTheScope() {
    lines(new FeedScope.Mine());
    lines(new FeedScope.OfTeam(new TeamName("blue")));
    lines(new FeedScope.All());

    assertThat(asked).extracting(ReservationFilter::mine).containsExactly(true, false, false);
    assertThat(asked)
        .extracting(ReservationFilter::team)
        .containsExactly(null, new TeamName("blue"), null);
    assertThat(asked).allMatch(f -> f.viewer().equals(BEN));
    assertThat(asked.getFirst().from()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(asked.getFirst().to()).isEqualTo("2028-04-04T00:00:00Z");
  }

  @Test
  void writeASeriesAsOne() {
    for (var week = 0; week < 3; week++) {
      var start = LocalDateTime.parse("2027-03-08T09:00").plusWeeks(week);
      var of = new InSeries(7, series.rule(), start, 3);
      var elsewhere = week == 1 ? start.plusDays(1) : start;
      add(week + 1L, "Routing", false, Phase.BOOKED, elsewhere.toString(), of);
    }

    assertThat(lines(new FeedScope.All()))
        .containsSubsequence(
            "UID:series-uid@direttore",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/Rome:20270308T090000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "UID:series-uid@direttore",
            "RECURRENCE-ID;TZID=Europe/Rome:20270315T090000",
            "DTSTART;TZID=Europe/Rome:20270316T090000")
        .filteredOn("BEGIN:VEVENT"::equals)
        .hasSize(2);
  }

  @Test
  void writeByItselfWhatTheRuleDoesNotKnow() {
    var start = LocalDateTime.parse("2027-03-09T09:00");
    add(1, "Routing", false, Phase.BOOKED, "2027-03-09T09:00", new InSeries(7, "", start, 3));

    assertThat(lines(new FeedScope.All()))
        .contains("UID:series-uid-20270309T090000@direttore")
        .noneMatch(l -> l.startsWith("RRULE:FREQ=WEEKLY"));
  }

  @Test
  void tellWhatWasCancelled() {
    add(1, "Routing", false, Phase.CALLED_OFF, "2027-03-09T09:00", null);

    assertThat(lines(new FeedScope.All())).contains("STATUS:CANCELLED");
    assertThat(feeds.sheet(BEN, new FeedScope.All(), "Lab", PROGRAM).changed()).isEqualTo(NOW);
  }
}
