package direttore.proxmox.transport;

import direttore.domain.time.Time;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.transport.Endpoint;
import direttore.transport.HostAnswer;
import direttore.transport.Trust;
import direttore.transport.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends calls to a cluster, whichever of its hosts answers. A read may be sent more than once; a
 * write is sent at most once, and when its answer is lost the caller learns just that.
 */
public final class Transport implements AutoCloseable {
  /** Where pveproxy listens, unless something stands in front of it. */
  public static final int PVEPROXY = 8006;

  private final Map<Endpoint, Wire> wires = new LinkedHashMap<>();
  private final Failover failover;
  private final OutageLog outages = new OutageLog();
  private final Timeouts timeouts;
  private final Clock clock;
  private volatile Duration ahead = Duration.ZERO;

  public Transport(List<Endpoint> hosts, Trust trust, Timeouts timeouts, Clock clock) {
    this(hosts, trust, timeouts, clock, Time.of(clock));
  }

  /**
   * @param time by which answers are late
   */
  Transport(List<Endpoint> hosts, Trust trust, Timeouts timeouts, Clock clock, Time time) {
    this.failover = new Failover(hosts, clock);
    this.timeouts = timeouts;
    this.clock = clock;
    hosts.forEach(host -> wires.put(host, new Wire(host, trust, timeouts.connect(), time)));
  }

  /** The answer of the first host that gives one, which may be an error. */
  public HostAnswer send(
      Verb verb, ApiPath path, Parameters parameters, Map<String, String> headers) {
    ProxmoxFailure failure = null;
    var order = failover.order();
    for (var host : order) {
      var last = host.equals(order.getLast());
      var call = new Call(verb, path, parameters, timeouts.of(verb, last));
      try {
        var answer = from(host, call, headers);
        outages.answered();
        return answer;
      } catch (ProxmoxFailure.Unreachable | ProxmoxFailure.Untrusted e) {
        failure = failure instanceof ProxmoxFailure.Untrusted ? failure : e;
      }
    }
    if (failure == null) {
      throw new IllegalStateException("no host to ask");
    }
    outages.failed(failure);
    throw failure;
  }

  private HostAnswer from(Endpoint host, Call call, Map<String, String> headers) {
    try {
      var answer = wire(host).exchange(call.with(headers));
      failover.answered(host);
      var date = answer.date();
      if (date != null) {
        ahead = Duration.between(clock.instant(), date);
      }
      return answer;
    } catch (Wire.NotSent e) {
      failover.failed(host);
      throw unreached(host, e);
    } catch (IOException e) {
      failover.failed(host);
      throw lost(host, call, e);
    }
  }

  private Wire wire(Endpoint host) {
    var wire = wires.get(host);
    if (wire == null) {
      throw new IllegalStateException("%s is none of the cluster's hosts".formatted(host));
    }
    return wire;
  }

  private static ProxmoxFailure unreached(Endpoint host, Wire.NotSent e) {
    var refusal = e.refusal();
    return refusal == null
        ? new ProxmoxFailure.Unreachable(
            "Proxmox at %s cannot be reached: %s".formatted(host, e.getMessage()), e)
        : new ProxmoxFailure.Untrusted(
            "Proxmox at %s is not trusted: %s".formatted(host, refusal), e);
  }

  private static ProxmoxFailure lost(Endpoint host, Call call, IOException e) {
    if (call.verb().writes()) {
      return new ProxmoxFailure.AnswerLost(
          "Proxmox at %s got the request, but its answer was lost: %s"
              .formatted(host, e.getMessage()),
          e);
    }
    var slow = e instanceof SocketTimeoutException;
    return new ProxmoxFailure.Unreachable(
        "Proxmox at %s %s: %s".formatted(host, slow ? "is slow" : "broke off", e.getMessage()), e);
  }

  /** How far the clock of the host that answered last is ahead of ours, about. */
  public Duration ahead() {
    return ahead;
  }

  /** The host that answered last, empty when none ever did. */
  public Optional<Endpoint> answering() {
    return failover.answering();
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
  }
}
