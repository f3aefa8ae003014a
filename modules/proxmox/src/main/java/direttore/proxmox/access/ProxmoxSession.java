package direttore.proxmox.access;

import direttore.proxmox.reply.Envelope;
import direttore.proxmox.reply.Reply;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import direttore.proxmox.transport.Transport;
import direttore.proxmox.transport.Verb;
import direttore.transport.Endpoint;
import direttore.transport.HostAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls to the API of one cluster, made with one set of credentials. */
public final class ProxmoxSession implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;

  private interface Entry {
    HostAnswer send(Verb verb, ApiPath path, Parameters parameters);
  }

  private final Transport transport;
  private final Entry entry;

  public ProxmoxSession(Transport transport, Credentials credentials, Clock clock) {
    this.transport = transport;
    this.entry =
        switch (credentials) {
          case Credentials.ApiToken token -> byToken(token);
          case Credentials.Login login -> byTicket(new Tickets(transport, login, clock));
        };
  }

  /** Reads. */
  public Reply get(ApiPath path, Parameters parameters) {
    return call(Verb.GET, path, parameters);
  }

  public Reply get(ApiPath path) {
    return get(path, Parameters.none());
  }

  public Reply post(ApiPath path, Parameters parameters) {
    return call(Verb.POST, path, parameters);
  }

  public Reply put(ApiPath path, Parameters parameters) {
    return call(Verb.PUT, path, parameters);
  }

  /** Deletes; the parameters travel in the query, as pveproxy refuses a body here. */
  public Reply delete(ApiPath path, Parameters parameters) {
    return call(Verb.DELETE, path, parameters);
  }

  private Reply call(Verb verb, ApiPath path, Parameters parameters) {
    return Envelope.read(verb, entry.send(verb, path, parameters));
  }

  private Entry byToken(Credentials.ApiToken token) {
    var headers =
        Map.of("Authorization", "PVEAPIToken=%s=%s".formatted(token.id(), token.secret()));
    return (verb, path, parameters) -> transport.send(verb, path, parameters, headers);
  }

  private Entry byTicket(Tickets tickets) {
    return (verb, path, parameters) -> {
      var ticket = tickets.current();
      var answer = transport.send(verb, path, parameters, ticket.headers(verb));
      if (answer.status() != UNAUTHORIZED) {
        return answer;
      }
      // Refused before anything was done, so that a write too may be sent again.
      var fresh = tickets.renew(ticket);
      return transport.send(verb, path, parameters, fresh.headers(verb));
    };
  }

  /** How far the clock of the host that answered last is ahead of ours, about. */
  public Duration ahead() {
    return transport.ahead();
  }

  /** The host that answered last, empty when none ever did. */
  public Optional<Endpoint> answering() {
    return transport.answering();
  }

  @Override
  public void close() {
    transport.close();
  }
}
