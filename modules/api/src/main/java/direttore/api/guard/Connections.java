package direttore.api.guard;

import direttore.api.http.HttpRefusal;
import direttore.api.proxy.ClientAddress;
import direttore.api.proxy.TrustedProxies;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connections that are open. Each client (an IPv4 address, an IPv6 network) has its share of
 * them; where the share or the whole is used up, a new one takes the place of the one that was
 * quiet for longest, so that whoever holds many idle ones keeps nobody out.
 */
public final class Connections {
  /** What is quiet for less may be about to send: on a slow way, or between two requests. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);
  private static final Duration COME_AGAIN = Duration.ofSeconds(30);
  private static final System.Logger LOG = System.getLogger(Connections.class.getName());

  private final RequestLimits limits;
  private final TrustedProxies proxies;
  private final ConnectionTime time;
  private final Map<InetSocketAddress, Open> all = new HashMap<>();
  private final Map<String, Set<Open>> plain = new HashMap<>();
  private final Map<String, Integer> streams = new HashMap<>();
  private int streaming;
  private long warned;

  public Connections(RequestLimits limits, TrustedProxies proxies, ConnectionTime time) {
    this.limits = limits;
    this.proxies = proxies;
    this.time = time;
    this.warned = time.now() - BETWEEN_WARNINGS.toNanos();
  }

  /** A client has its share, and uses all of it. */
  @SuppressWarnings("serial") // never serialised
  static final class Full extends RuntimeException {
    private Full(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Takes in a connection.
   *
   * @throws Full when there is no room for it, so that it is to be closed
   */
  synchronized void admit(Open open) {
    var client = new ClientAddress(open.peer().getAddress(), false).network();
    var own = plain.computeIfAbsent(client, key -> new HashSet<>());
    if (own.size() >= limits.share() && !proxies.trusts(open.peer().getAddress())) {
      makeRoom(own, limits.share(), client);
    }
    if (all.size() >= limits.connections()) {
      forgetClosed();
      if (all.size() >= limits.connections()) {
        makeRoom(largest(), 0, "the API as a whole");
      }
    }
    plain.computeIfAbsent(client, key -> own).add(open);
    all.put(open.peer(), open);
  }

  private void makeRoom(Collection<Open> among, int most, String who) {
    var closed = among.stream().filter(Open::isClosed).toList();
    closed.forEach(this::forget);
    if (most > 0 && among.size() < most) {
      return;
    }
    var quietest =
        among.stream()
            .filter(open -> open.quiet() >= QUIET.toNanos())
            .max(Comparator.comparingLong(Open::quiet));
    warn(who);
    if (quietest.isEmpty()) {
      throw new Full(who + " has all its connections in use");
    }
    forget(quietest.get());
    quietest.get().close();
  }

  private Collection<Open> largest() {
    return plain.values().stream().max(Comparator.comparingInt(Set::size)).orElseGet(Set::of);
  }

  private void warn(String who) {
    var now = time.now();
    if (now - warned < BETWEEN_WARNINGS.toNanos()) {
      return;
    }
    warned = now;
    LOG.log(
        Level.WARNING,
        "%s has used up its connections (API_CONNECTIONS, API_CONNECTIONS_PER_CLIENT): idle ones are closed for new ones."
            .formatted(who));
  }

  private void forgetClosed() {
    all.values().stream().filter(Open::isClosed).toList().forEach(this::forget);
  }

  private void forget(Open open) {
    all.remove(open.peer(), open);
    var client = new ClientAddress(open.peer().getAddress(), false).network();
    plain.computeIfPresent(client, (key, own) -> own.remove(open) && own.isEmpty() ? null : own);
  }

  ConnectionTime time() {
    return time;
  }

  /** The connection from there, if it is known. */
  synchronized Optional<Open> from(InetSocketAddress peer) {
    return Optional.ofNullable(all.get(peer));
  }

  /** Notes that a connection has ended. */
  synchronized void ended(Open open) {
    forget(open);
  }

  synchronized int size() {
    return all.size();
  }

  /**
   * Lets a connection carry a stream, which is counted apart, until the answer is closed.
   *
   * @param peer the other end of the connection
   * @param client who it is for, also behind a proxy
   * @throws HttpRefusal when the client has as many streams as it may
   */
  public synchronized Stream stream(InetSocketAddress peer, String client) {
    if (streams.getOrDefault(client, 0) >= limits.streams()
        || streaming >= limits.connections() / 2) {
      throw HttpRefusal.tooManyStreams(limits.streams(), COME_AGAIN);
    }
    streams.merge(client, 1, Integer::sum);
    streaming++;
    var open = all.get(peer);
    if (open != null) {
      plain.computeIfPresent(
          new ClientAddress(peer.getAddress(), false).network(),
          (key, own) -> own.remove(open) && own.isEmpty() ? null : own);
    }
    return () -> endStream(client);
  }

  private synchronized void endStream(String client) {
    streaming--;
    streams.computeIfPresent(client, (key, count) -> count > 1 ? count - 1 : null);
  }

  /** A stream that is open. */
  @FunctionalInterface
  public interface Stream extends AutoCloseable {
    @Override
    void close();
  }
}
