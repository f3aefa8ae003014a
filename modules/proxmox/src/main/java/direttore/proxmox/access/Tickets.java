package direttore.proxmox.access;

import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.reply.Envelope;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import direttore.proxmox.transport.Transport;
import direttore.proxmox.transport.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The ticket of one login: made when first needed, renewed before it ends, one login at a time. */
final class Tickets {
  /** Proxmox answers a refused login after 3 s; a storm of them would only queue up. */
  private static final Duration REST = Duration.ofSeconds(10);

  private record Refusal(ProxmoxFailure failure, Instant at) {}

  private final Transport transport;
  private final Credentials.Login login;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Ticket current;
  private @Nullable Refusal refused;

  Tickets(Transport transport, Credentials.Login login, Clock clock) {
    this.transport = transport;
    this.login = login;
    this.clock = clock;
  }

  Ticket current() {
    var ticket = current;
    return ticket == null || ticket.old(clock.instant()) ? renew(ticket) : ticket;
  }

  /** A newer ticket than the given one, which was refused or grew old. */
  Ticket renew(@Nullable Ticket spent) {
    lock.lock();
    try {
      var ticket = current;
      if (ticket != null && !ticket.equals(spent)) {
        return ticket; // another thread was here first
      }
      var fresh = logIn();
      current = fresh;
      return fresh;
    } finally {
      lock.unlock();
    }
  }

  private Ticket logIn() {
    var before = refused;
    if (before != null && clock.instant().isBefore(before.at().plus(REST))) {
      throw before.failure();
    }
    try {
      var ticket = ask();
      refused = null;
      return ticket;
    } catch (ProxmoxFailure.Answered e) {
      refused = new Refusal(e, clock.instant());
      throw e;
    }
  }

  private Ticket ask() {
    var now = clock.instant();
    var parameters =
        Parameters.none().with("username", login.user()).with("password", login.password());
    var answer = transport.send(Verb.POST, ApiPath.of("access", "ticket"), parameters, Map.of());
    var data = Envelope.read(Verb.POST, answer).row();
    if (data.has("NeedTFA") || !data.has("CSRFPreventionToken")) {
      throw new ProxmoxFailure.Answered(
          401, "%s needs a second factor; use an API token".formatted(login.user()), "", Map.of());
    }
    return new Ticket(data.text("ticket"), data.text("CSRFPreventionToken"), now);
  }
}
