package direttore.worker.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.MailAddress;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.guest.GuestKind;
import direttore.domain.mail.MailText;
import direttore.domain.notice.NoticeKind;
import direttore.domain.operation.Submitter;
import direttore.domain.preference.Preferences;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.time.Time;
import direttore.domain.webhook.AddressRule;
import direttore.domain.webhook.Delivery;
import direttore.domain.webhook.WebhookUrl;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.TestDatabase;
import direttore.store.access.PgPeople;
import direttore.store.mail.PgMails;
import direttore.store.notice.PgNotices;
import direttore.store.operation.Safe;
import direttore.store.preference.PgPreferences;
import direttore.store.reservation.NoticeConsequences;
import direttore.store.reservation.PgReservations;
import direttore.store.webhook.PgDeliveries;
import direttore.store.webhook.PgWebhooks;
import direttore.worker.mail.MailSender;
import direttore.worker.mail.MailServerOfTests;
import direttore.worker.mail.SmtpMailer;
import direttore.worker.webhook.WebhookCaller;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices on their way from PostgreSQL to a mail server and to other programs. */
class NoticeSenderTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Time TIME = Time.of(CLOCK);
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final Database database = TestDatabase.migrated();
  private final Safe safe = new Safe(new byte[32]);
  private final PgWebhooks webhooks = new PgWebhooks(database, safe, CLOCK, UUID::randomUUID);
  private final MailServerOfTests mail = new MailServerOfTests();
  private final WireMockServer receiver =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final WebhookCaller caller =
      new WebhookCaller(
          new AddressRule(true), InetAddress::getAllByName, Duration.ofSeconds(30), TIME);
  private final NoticeSender sender = start();

  @BeforeEach
  void listen() {
    receiver.start();
  }

  @AfterEach
  void stop() {
    sender.close();
    caller.close();
    receiver.stop();
    mail.close();
    database.close();
  }

  private NoticeSender start() {
    var mailer =
        new MailSender(
            new SmtpMailer(mail.settings("secret"), TIME),
            new MailText(ROME, Locale.UK, Optional.empty()));
    return NoticeSender.start(
        new PgNotices(database, true),
        new PgDeliveries(database, safe),
        caller,
        new PgMails(database),
        Optional.of(mailer),
        TIME);
  }

  /** Somebody books for Ada, who wants mail. */
  private void book() {
    var people = new PgPeople(database, CLOCK, UUID::randomUUID);
    var ada =
        people.add(new PersonName("ada"), "Ada", List.of(Grant.everywhere(Role.USER)), Set.of());
    new PgPreferences(database)
        .set(ada.id(), new Preferences(null, null, new MailAddress("ada@lab.example"), true));
    var window = Window.of(Instant.now().plus(Duration.ofDays(1)), Duration.ofHours(2));
    new PgReservations(database, safe, CLOCK, UUID::randomUUID, new NoticeConsequences())
        .book(
            NewReservation.booking(
                new Details(
                    "BGP",
                    "",
                    new Party("ada", ada.id(), null),
                    new Where(GuestKind.QEMU, null, null),
                    false),
                new Times(window, ROME),
                List.of()),
            new Submitter(Actor.stranger("root"), null, List.of()));
    sender.hear();
  }

  private UUID hook(String path) {
    return webhooks
        .add(
            WebhookUrl.parse("http://localhost:%d%s".formatted(receiver.port(), path)),
            Set.of(NoticeKind.BOOKED),
            true,
            "root",
            new Secret("whsec_x"))
        .id();
  }

  private Optional<Row> row(String sql) {
    return database.client().execute().get(sql).map(Row::new);
  }

  private String mailState() {
    return row("SELECT state || ' ' || tries AS said FROM mail")
        .map(row -> row.text("said"))
        .orElse("none");
  }

  private void dueNow(String table) {
    database.client().execute().dml("UPDATE %s SET next_try = now()".formatted(table));
    sender.hear();
  }

  private Delivery delivery(UUID hook) {
    return webhooks.deliveries(hook, null, 1).stream().findFirst().orElseThrow();
  }

  private static ConditionFactory soon() {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .ignoreException(NoSuchElementException.class);
  }

  @Test
  void aMailServerThatDiesAndComesBackGetsEachMailOnce() throws Exception {
    mail.stop();
    book();
    soon().until(() -> row("SELECT answer AS said FROM mail WHERE answer IS NOT NULL").isPresent());
    assertThat(mailState()).isEqualTo("waiting 1");

    mail.start();
    dueNow("mail");
    soon().until(() -> mailState().equals("sent 2"));
    dueNow("mail");

    var id = row("SELECT CAST(id AS text) AS said FROM mail").orElseThrow().text("said");
    assertThat(mail.mails)
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.getMessageID()).isEqualTo("<%s@school.example>".formatted(id));
          assertThat(sent.getSubject()).isEqualTo("BGP is booked");
        });
  }

  @Test
  void aReceiverThatIsInTroubleGetsTheSameLater() {
    receiver.stubFor(post("/a").willReturn(aResponse().withStatus(503)));
    var hook = hook("/a");
    book();
    soon().until(() -> delivery(hook).answer() != null);
    var first = delivery(hook);

    receiver.stubFor(post("/a").willReturn(aResponse().withStatus(200)));
    dueNow("webhook_delivery");
    soon().until(() -> delivery(hook).state() == Delivery.State.DELIVERED);

    assertThat(first.state()).isEqualTo(Delivery.State.WAITING);
    assertThat(first.nextTry()).isAfter(Instant.now().plusSeconds(20));
    assertThat(delivery(hook).tries()).isEqualTo(2);
    assertThat(receiver.findAll(postRequestedFor(urlEqualTo("/a"))))
        .extracting(request -> request.getBodyAsString())
        .containsExactly(first.body(), first.body());
  }

  @Test
  void aReceiverThatHangsKeepsNoOtherWaiting() {
    receiver.stubFor(post("/slow").willReturn(aResponse().withFixedDelay(25_000)));
    receiver.stubFor(post("/quick").willReturn(aResponse().withStatus(200)));
    var slow = hook("/slow");
    var quick = hook("/quick");
    book();

    soon().until(() -> delivery(quick).state() == Delivery.State.DELIVERED);

    assertThat(delivery(slow).state()).isEqualTo(Delivery.State.WAITING);
  }
}
