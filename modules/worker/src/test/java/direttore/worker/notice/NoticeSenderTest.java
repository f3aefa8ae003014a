package direttore.worker.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
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
import direttore.store.reservation.Consequences;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.NoticeConsequences;
import direttore.store.reservation.PgLives;
import direttore.store.reservation.PgReservations;
import direttore.store.webhook.PgDeliveries;
import direttore.store.webhook.PgWebhooks;
import direttore.worker.mail.MailSender;
import direttore.worker.mail.MailServerOfTests;
import direttore.worker.mail.SmtpMailer;
import direttore.worker.webhook.WebhookCaller;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices on their way from PostgreSQL to a mail server and to other programs. */
class NoticeSenderTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Time TIME = Time.of(CLOCK);
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final MailAddress ADA = new MailAddress("ada@lab.example");
  private static final String SECRET = "whsec_x";

  private final Database database = TestDatabase.migrated();
  private final Safe safe = new Safe(new byte[32]);
  private final PgLives lives = new PgLives(database, safe, CLOCK);
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

  /** Somebody books for Ada, who wants mail, for tomorrow. */
  private void book() {
    book(
        Window.of(Instant.now().plus(Duration.ofDays(1)), Duration.ofHours(2)),
        new Preferences(null, null, ADA, true));
  }

  private long book(Window window, Preferences hers) {
    var people = new PgPeople(database, CLOCK, UUID::randomUUID);
    var ada =
        people.add(new PersonName("ada"), "Ada", List.of(Grant.everywhere(Role.USER)), Set.of());
    new PgPreferences(database).set(ada.id(), hers);
    var consequences =
        Consequences.all(
            new LifeConsequences(safe, vmid -> Optional.empty(), CLOCK, UUID::randomUUID),
            new NoticeConsequences());
    var booked =
        new PgReservations(database, safe, CLOCK, UUID::randomUUID, consequences)
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
    return booked.id();
  }

  /** As if it had been booked so much earlier, and what is due by then rings; answers its end. */
  private Instant passed(long id, Duration time) {
    var execute = database.client().execute();
    var earlier = "- interval '%d s'".formatted(time.toSeconds());
    execute.dml("UPDATE bell SET due = due %s WHERE reservation = %d".formatted(earlier, id));
    execute.dml(
        """
        UPDATE reservation SET during = tstzrange(lower(during) %s, upper(during) %s)
         WHERE id = %d
        """
            .formatted(earlier, earlier, id));
    lives.ring(Set.of());
    sender.hear();
    return lives.find(id).window().to();
  }

  private UUID hook(String path) {
    return hook(path, NoticeKind.BOOKED);
  }

  private UUID hook(String path, NoticeKind wanted) {
    return webhooks
        .add(
            WebhookUrl.parse("http://localhost:%d%s".formatted(receiver.port(), path)),
            Set.of(wanted),
            true,
            "root",
            new Secret(SECRET))
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

  @Test
  void anEndThatIsNearIsToldTwiceInTheTimesOfWhoeverHasIt() throws Exception {
    receiver.stubFor(post("/a").willReturn(aResponse().withStatus(200)));
    var hook = hook("/a", NoticeKind.ENDING);
    var kolkata = ZoneId.of("Asia/Kolkata");
    var start = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    var id =
        book(
            Window.of(start, Duration.ofMinutes(40)),
            new Preferences(kolkata, Locale.US, ADA, true));
    passed(id, Duration.ofSeconds(90));
    soon().until(() -> mail.mails.size() == 1);

    var first = passed(id, Duration.ofMinutes(10));
    soon().until(() -> mail.mails.size() == 2 && delivered(hook) == 1);
    var second = passed(id, Duration.ofMinutes(25));
    soon().until(() -> mail.mails.size() == 3 && delivered(hook) == 2);

    var told = List.copyOf(mail.mails);
    assertThat(told.getFirst().getSubject()).isEqualTo("BGP is booked");
    assertTold(told.get(1), first.atZone(kolkata));
    assertTold(told.get(2), second.atZone(kolkata));
    assertThat(receiver.findAll(postRequestedFor(urlEqualTo("/a"))))
        .hasSize(2)
        .allSatisfy(NoticeSenderTest::assertSigned)
        .extracting(request -> request.getHeader("X-Direttore-Delivery"))
        .doesNotHaveDuplicates();
  }

  private long delivered(UUID hook) {
    return webhooks.deliveries(hook, null, 10).stream()
        .filter(delivery -> delivery.state() == Delivery.State.DELIVERED)
        .count();
  }

  private static void assertTold(MimeMessage mail, ZonedDateTime end) throws Exception {
    var time = DateTimeFormatter.ofPattern("h:mm a", Locale.US).format(end);
    var day = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.US).format(end);
    assertThat(mail.getSubject()).isEqualTo("BGP ends at " + time);
    assertThat(mail.getContent().toString().replaceAll("\\s+", " "))
        .contains("BGP ends at %s. You can extend it".formatted(time))
        .contains("to %s, %s Times in Asia/Kolkata.".formatted(day, time));
  }

  /** By what the documentation of webhooks says, and nothing of the program. */
  private static void assertSigned(LoggedRequest request) {
    assertThat(request.getHeader("X-Direttore-Event")).isEqualTo("reservation.ending");
    var signature = request.getHeader("X-Direttore-Signature");
    var sent = Long.parseLong(signature.replaceAll("^t=(\\d+),v1=[0-9a-f]{64}$", "$1"));
    assertThat(Instant.ofEpochSecond(sent))
        .isBetween(Instant.now().minusSeconds(120), Instant.now());
    assertThat(signature).endsWith(",v1=" + hmac(sent + "." + request.getBodyAsString()));
  }

  private static String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
