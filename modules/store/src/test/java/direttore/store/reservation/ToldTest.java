package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.MailAddress;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.mail.Mails.DueMail;
import direttore.domain.mail.Mails.MailEnd;
import direttore.domain.notice.NoticeKind;
import direttore.domain.operation.Submitter;
import direttore.domain.preference.Preferences;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.webhook.Deliveries.DueDelivery;
import direttore.domain.webhook.Delivery;
import direttore.domain.webhook.WebhookChange;
import direttore.domain.webhook.WebhookUrl;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.access.PgPeople;
import direttore.store.mail.PgMails;
import direttore.store.notice.PgNotices;
import direttore.store.operation.Safe;
import direttore.store.preference.PgPreferences;
import direttore.store.webhook.PgDeliveries;
import direttore.store.webhook.PgWebhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of notices: deliveries to webhooks, and mails. */
class ToldTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Instant NOW = Instant.now();
  private static final Preferences MAIL =
      new Preferences(
          ZoneId.of("Europe/Rome"), Locale.ITALIAN, new MailAddress("ada@lab.example"), true);

  private final Database database = TestDatabase.migrated();
  private final Safe safe = new Safe(new byte[32]);
  private final PgPeople people = new PgPeople(database, CLOCK, UUID::randomUUID);
  private final PgPreferences preferences = new PgPreferences(database);
  private final PgNotices notices = new PgNotices(database, true);
  private final PgMails mails = new PgMails(database);
  private final PgWebhooks webhooks = new PgWebhooks(database, safe, CLOCK, UUID::randomUUID);
  private final PgDeliveries deliveries = new PgDeliveries(database, safe);
  private final Reservations reservations =
      new PgReservations(database, safe, CLOCK, UUID::randomUUID, new NoticeConsequences());
  private final Person ada =
      people.add(new PersonName("ada"), "Ada", List.of(Grant.everywhere(Role.USER)), Set.of());

  @AfterEach
  void close() {
    database.close();
  }

  private static Window tomorrow(int days) {
    return Window.of(NOW.plus(Duration.ofDays(days)), Duration.ofHours(2));
  }

  private NewReservation wanted(int days) {
    var details = ReservationLab.details("BGP");
    return NewReservation.booking(
        new Details(details.title(), "", new Party("ada", ada.id(), null), details.where(), false),
        new Times(tomorrow(days), ZoneId.of("Europe/Rome")),
        List.of());
  }

  private static Submitter by(String name) {
    return new Submitter(Actor.stranger(name), null, List.of());
  }

  private UUID hook(NoticeKind... events) {
    return webhooks
        .add(
            WebhookUrl.parse("https://chat.example/hooks/7"),
            Set.of(events),
            true,
            "root",
            new Secret("whsec_x"))
        .id();
  }

  private List<DueDelivery> due() {
    notices.spread(100);
    return deliveries.take(10, Set.of());
  }

  private List<DueMail> dueMails() {
    notices.spread(100);
    return mails.take(10);
  }

  private void expire(String table) {
    database.client().execute().dml("UPDATE %s SET next_try = now()".formatted(table));
  }

  @Test
  void aWebhookIsCalledForWhatItWantsAndOnce() {
    var all = hook(NoticeKind.BOOKED);
    hook(NoticeKind.ENDED);
    reservations.book(wanted(1), by("ada"));

    var first = due();
    notices.spread(100);

    assertThat(first)
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery.webhook()).isEqualTo(all);
          assertThat(delivery.event()).isEqualTo("reservation.booked");
          assertThat(delivery.secret()).isEqualTo("whsec_x");
          assertThat(delivery.tries()).isOne();
          assertThat(delivery.body())
              .contains("\"kind\":\"reservation.booked\"")
              .contains("\"version\":1")
              .contains("\"title\":\"BGP\"")
              .contains("\"requester\":\"ada\"")
              .contains("\"time_zone\":\"Europe/Rome\"");
        });
    assertThat(deliveries.take(10, Set.of())).isEmpty();
    assertThat(webhooks.deliveries(all, null, 10)).hasSize(1);
  }

  @Test
  void ofAPrivateOneOnlyThatThereIsOne() {
    hook(NoticeKind.BOOKED, NoticeKind.CANCELLED);
    var there = wanted(1).details();
    var exam = new Details("Exam of Carla", "", there.party(), there.where(), true);
    var id =
        reservations
            .book(NewReservation.booking(exam, wanted(1).times(), List.of()), by("ada"))
            .id();
    reservations.by("ada").cancel(id, null, "Carla is ill");

    assertThat(due())
        .hasSize(2)
        .allSatisfy(delivery ->
            assertThat(delivery.body())
                .contains("\"title\":\"Reserved\"", "\"requester\":null", "\"by\":null")
                .doesNotContain("Carla", "ada"));
  }

  @Test
  void whatWhoeverDiedHadTakenIsTakenAgainWithTheSameBody() {
    hook(NoticeKind.BOOKED);
    reservations.book(wanted(1), by("ada"));
    var first = due().getFirst();

    expire("webhook_delivery");
    var second = deliveries.take(10, Set.of()).getFirst();
    // The first has not died after all, and is late.
    deliveries.failed(first, "Answered 500", null);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.tries()).isEqualTo(2);
    assertThat(states()).containsExactly(Delivery.State.WAITING);
    deliveries.arrived(second, "Answered 200.");
    assertThat(states()).containsExactly(Delivery.State.DELIVERED);
  }

  private List<Delivery.State> states() {
    return webhooks.deliveries(webhooks.all().getFirst().id(), null, 10).stream()
        .map(Delivery::state)
        .toList();
  }

  @Test
  void whatWasGivenUpIsSentAgain() {
    var hook = hook(NoticeKind.BOOKED);
    reservations.book(wanted(1), by("ada"));
    deliveries.failed(due().getFirst(), "Answered 500", null);
    var failed = webhooks.deliveries(hook, null, 10).getFirst();

    var again = webhooks.again(hook, failed.id());

    assertThat(failed.state()).isEqualTo(Delivery.State.FAILED);
    assertThat(failed.answer()).isEqualTo("Answered 500");
    assertThat(again.state()).isEqualTo(Delivery.State.WAITING);
    assertThat(deliveries.take(10, Set.of())).extracting(DueDelivery::tries).containsExactly(1);
  }

  @Test
  void oneThatIsOffWaits() {
    var hook = hook(NoticeKind.BOOKED);
    reservations.book(wanted(1), by("ada"));
    notices.spread(100);
    webhooks.change(hook, new WebhookChange(null, null, false));

    assertThat(deliveries.take(10, Set.of())).isEmpty();
    webhooks.change(hook, new WebhookChange(null, null, true));
    assertThat(deliveries.take(10, Set.of())).hasSize(1);
  }

  @Test
  void thoseThatAreOffKeepNoOtherWaiting() {
    var off = List.of(hook(NoticeKind.BOOKED), hook(NoticeKind.BOOKED));
    Stream.of(1, 2).forEach(day -> reservations.book(wanted(day), by("ada")));
    notices.spread(100);
    off.forEach(hook -> webhooks.change(hook, new WebhookChange(null, null, false)));
    var on = hook(NoticeKind.BOOKED);
    reservations.book(wanted(3), by("ada"));
    notices.spread(100);

    assertThat(deliveries.take(4, Set.of())).extracting(DueDelivery::webhook).containsExactly(on);
  }

  @Test
  void twoOfOneWebhookAreUnderWayAtOnce() {
    var hook = hook(NoticeKind.BOOKED);
    Stream.of(1, 2, 3).forEach(day -> reservations.book(wanted(day), by("ada")));

    assertThat(due()).hasSize(2);
    assertThat(deliveries.take(10, Set.of(hook))).isEmpty();
    assertThat(deliveries.take(10, Set.of())).hasSize(1);
  }

  @Test
  void whatIsDeletedIsGoneWithItsSecret() {
    var hook = hook(NoticeKind.BOOKED);
    reservations.book(wanted(1), by("ada"));
    notices.spread(100);

    webhooks.remove(hook);

    assertThat(webhooks.all()).isEmpty();
    assertThat(deliveries.take(10, Set.of())).isEmpty();
    assertThat(database.client().execute().query("SELECT FROM secret").toList()).isEmpty();
  }

  @Test
  void mailGoesToWhoeverHasItWhereSomebodyElseBooked() {
    preferences.set(ada.id(), MAIL);
    reservations.book(wanted(1), by("ada"));
    reservations.book(wanted(2), by("root"));

    var due = dueMails();

    assertThat(due)
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.notice().actor()).isEqualTo("root");
          assertThat(mail.preferences()).isEqualTo(MAIL);
          assertThat(mail.stands()).isTrue();
        });
    assertThat(mails.take(10)).isEmpty();
    expire("mail");
    assertThat(mails.take(10)).extracting(DueMail::id).containsExactly(due.getFirst().id());
  }

  @Test
  void nobodyIsSentWhatTheyDoNotWant() {
    reservations.book(wanted(1), by("root"));
    notices.spread(100);
    preferences.set(ada.id(), new Preferences(null, null, MAIL.mail(), false));
    reservations.book(wanted(2), by("root"));

    assertThat(dueMails()).isEmpty();
  }

  @Test
  void whoeverMaySignInNoMoreIsSentNothing() {
    preferences.set(ada.id(), MAIL);
    reservations.book(wanted(1), by("root"));
    notices.spread(100);
    database.client().execute().dml("UPDATE person SET disabled = true WHERE name = 'ada'");

    assertThat(dueMails()).extracting(mail -> mail.preferences().mails()).containsExactly(false);
    reservations.book(wanted(2), by("root"));
    assertThat(dueMails()).isEmpty();
  }

  @Test
  void whatIsNoLongerSoIsKnown() {
    preferences.set(ada.id(), MAIL);
    var id = reservations.book(wanted(1), by("root")).id();
    notices.spread(100);
    reservations.by("ada").cancel(id, null, null);

    assertThat(dueMails()).extracting(DueMail::stands).containsExactly(false);
  }

  @Test
  void aSeriesIsOneMail() {
    preferences.set(ada.id(), MAIL);
    var zone = ZoneId.of("Europe/Rome");
    var dates =
        Stream.of(1, 2, 3)
            .map(day -> new Times(tomorrow(day), zone))
            .map(times -> new Occurrence(times.startLocal(), times))
            .toList();
    var series = new NewSeries("FREQ=DAILY;COUNT=3", List.of(), NewSeries.Mode.ALL, dates, null);
    var booked = reservations.bookSeries(wanted(1), series, by("root")).booked();
    var first = dueMails();
    first.forEach(mail -> mails.note(mail, new MailEnd.Sent()));

    reservations
        .by("root")
        .cancel(
            booked.getFirst().id(),
            booked.stream().skip(1).map(each -> each.id()).toList(),
            null,
            "No.");

    assertThat(first).hasSize(1);
    assertThat(dueMails())
        .extracting(mail -> mail.notice().kind())
        .containsExactly(NoticeKind.CANCELLED);
    assertThat(notices.of(ada.actor(Actor.Via.SESSION), Instant.now()))
        .extracting(notice -> notice.kind())
        .containsExactly(NoticeKind.CANCELLED);
  }

  @Test
  void aMailThatWasSentIsNotSentAgain() {
    preferences.set(ada.id(), MAIL);
    reservations.book(wanted(1), by("root"));
    var mail = dueMails().getFirst();

    mails.note(mail, new MailEnd.Later("No answer.", Duration.ZERO));
    var again = mails.take(10).getFirst();
    mails.note(again, new MailEnd.Sent());
    expire("mail");

    assertThat(again.tries()).isEqualTo(2);
    assertThat(mails.take(10)).isEmpty();
  }
}
