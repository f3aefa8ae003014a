package direttore.app.wiring;

import direttore.api.access.Identity;
import direttore.api.notice.NoticeRoutes;
import direttore.api.preference.PreferenceRoutes;
import direttore.api.webhook.WebhookRoutes;
import direttore.domain.agenda.Duty;
import direttore.domain.event.Event;
import direttore.domain.mail.MailText;
import direttore.domain.time.Every;
import direttore.domain.time.Time;
import direttore.store.event.PgEvents;
import direttore.store.mail.PgMails;
import direttore.store.notice.PgNotices;
import direttore.store.preference.PgPreferences;
import direttore.store.webhook.PgDeliveries;
import direttore.store.webhook.PgWebhooks;
import direttore.worker.mail.MailSender;
import direttore.worker.mail.SmtpMailer;
import direttore.worker.notice.NoticeSender;
import direttore.worker.webhook.WebhookCaller;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What people and other programs are told of reservations: in the pages, by mail, by webhooks. */
final class NoticeFeature {
  private static final System.Logger LOG = System.getLogger(NoticeFeature.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int CONNECTIONS = 3;
  private static final Every MINUTELY = Every.of(Duration.ofMinutes(1));
  private static final Every DAILY =
      Every.of(Duration.ofHours(24)).first(Duration.ofMinutes(6)).again(Duration.ofHours(1));
  private static final Set<String> NEWS = Set.of(Event.NOTICE, Event.RESERVATION, Event.WEBHOOK);

  private NoticeFeature() {}

  static Feature of(Foundation base, Identity identity) {
    var database = base.database();
    var clock = base.clock();
    var settings = base.settings();
    var notices = new PgNotices(database, settings.notices().mail().isPresent());
    var webhooks = new PgWebhooks(database, base.safe(), clock, UUID::randomUUID);
    return Feature.of(
            Stream.of(
                new NoticeRoutes(notices, clock).routes(),
                new WebhookRoutes(webhooks, settings.notices().webhooks(), clock).routes(),
                new PreferenceRoutes(
                        new PgPreferences(database),
                        settings.api().zone(),
                        settings.notices().locale(),
                        settings.notices().mail().isPresent())
                    .routes()))
        .doing(List.of(Duty.once("old-notices", DAILY, () -> forgetOld(base, notices))));
  }

  private static Optional<String> forgetOld(Foundation base, PgNotices notices) {
    var kept = Duration.ofDays(base.settings().retention().operationDays());
    var gone = notices.forget(base.clock().instant().minus(kept));
    if (gone > 0) {
      LOG.log(Level.INFO, "{0} notices were older than they are kept", gone);
    }
    return Optional.empty();
  }

  /** Begins to tell, in a process that works. */
  static void tell(Foundation base) {
    var settings = base.settings().notices();
    var time = Time.of(base.clock());
    var database = base.beside("notices", CONNECTIONS);
    var mailer =
        settings
            .mail()
            .map(server ->
                new MailSender(
                    new SmtpMailer(server, time),
                    new MailText(
                        base.settings().api().zone(), settings.locale(), settings.program())));
    var caller =
        base.lifetime()
            .open(() ->
                new WebhookCaller(settings.webhooks(), InetAddress::getAllByName, PATIENCE, time));
    var sender =
        base.lifetime()
            .open(() ->
                NoticeSender.start(
                    new PgNotices(database, mailer.isPresent()),
                    new PgDeliveries(database, base.safe()),
                    caller,
                    new PgMails(database),
                    mailer,
                    time));
    var events = base.lifetime().open(() -> new PgEvents(base.database()));
    base.lifetime()
        .open(() ->
            events.subscribe(event -> {
              if (NEWS.contains(event.type())) {
                sender.hear();
              }
            }));
    mailer.ifPresent(mail -> base.agenda().add(Duty.each("mail", MINUTELY, mail::trouble)));
  }
}
