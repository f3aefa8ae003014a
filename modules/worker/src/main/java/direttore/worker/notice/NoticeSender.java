package direttore.worker.notice;

import direttore.domain.Refusal;
import direttore.domain.mail.Mails;
import direttore.domain.mail.Mails.DueMail;
import direttore.domain.notice.Notices;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import direttore.domain.webhook.Deliveries;
import direttore.domain.webhook.Deliveries.DueDelivery;
import direttore.domain.webhook.DeliveryTries;
import direttore.worker.mail.MailSender;
import direttore.worker.webhook.WebhookCaller;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes who is to be told of what happened to reservations, and tells them. Each worker has one;
 * what one takes, the others pass by, and what it leaves behind when it dies is taken again.
 */
public final class NoticeSender implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(NoticeSender.class.getName());
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int LOT = 200;
  private static final int CALLS = 8;
  private static final int MAILS = 2;

  private final Notices notices;
  private final Deliveries deliveries;
  private final WebhookCaller caller;
  private final Mails mails;
  private final Optional<MailSender> mailer;
  private final Signal wake;
  private final Semaphore calls = new Semaphore(CALLS);
  private final Semaphore letters = new Semaphore(MAILS);
  private final Set<UUID> called = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("notice-", 0).factory());
  private boolean failed;
  private volatile boolean closed;

  private NoticeSender(
      Notices notices,
      Deliveries deliveries,
      WebhookCaller caller,
      Mails mails,
      Optional<MailSender> mailer,
      Time time) {
    this.notices = notices;
    this.deliveries = deliveries;
    this.caller = caller;
    this.mails = mails;
    this.mailer = mailer;
    this.wake = time.signal();
  }

  /**
   * Begins to tell.
   *
   * @param mailer absent where there is no mail server
   */
  public static NoticeSender start(
      Notices notices,
      Deliveries deliveries,
      WebhookCaller caller,
      Mails mails,
      Optional<MailSender> mailer,
      Time time) {
    var sender = new NoticeSender(notices, deliveries, caller, mails, mailer, time);
    Thread.ofVirtual().name("notices").start(sender::run);
    return sender;
  }

  /** Something may be to be told. */
  public void hear() {
    wake.raise();
  }

  private void run() {
    try {
      while (!closed) {
        round();
        wake.await(IDLE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      while (notices.spread(LOT) == LOT && !closed) {
        // There may be more.
      }
      callDue();
      if (mailer.isPresent()) {
        mailDue(mailer.get());
      }
      failed = false;
    } catch (Refusal e) {
      LOG.log(Level.DEBUG, "who is to be told cannot be read now", e);
    } catch (RuntimeException e) {
      if (!failed && !closed) {
        LOG.log(Level.WARNING, "who is to be told is looked up again and again", e);
      }
      failed = true;
    }
  }

  /** One receiver that is slow keeps no other from its own. */
  private void callDue() {
    var due = deliveries.take(calls.availablePermits(), Set.copyOf(called));
    for (var each : due) {
      calls.acquireUninterruptibly();
      called.add(each.webhook());
      threads.execute(() -> call(each));
    }
  }

  private void call(DueDelivery delivery) {
    try {
      var answer = caller.call(delivery);
      if (answer.arrived()) {
        deliveries.arrived(delivery, answer.words());
      } else if (!closed) {
        deliveries.failed(
            delivery, answer.words(), DeliveryTries.after(delivery.tries()).orElse(null));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, () -> "%s is sent again".formatted(delivery), e);
    } finally {
      called.remove(delivery.webhook());
      calls.release();
      wake.raise();
    }
  }

  private void mailDue(MailSender sender) {
    for (var each : mails.take(letters.availablePermits())) {
      letters.acquireUninterruptibly();
      threads.execute(() -> mail(sender, each));
    }
  }

  private void mail(MailSender sender, DueMail mail) {
    try {
      mails.note(mail, sender.send(mail));
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, () -> "mail %s is sent again".formatted(mail.id()), e);
    } finally {
      letters.release();
      wake.raise();
    }
  }

  @Override
  public void close() {
    closed = true;
    wake.raise();
    threads.shutdown();
    try {
      // What they use is closed next.
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
