package direttore.api.event;

import direttore.api.guard.Connections;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Exchange;
import direttore.api.http.OldHttp;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.event.Events;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /api/events}: what changes, as it changes. */
public final class EventRoutes implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
  private static final Header EVENT_STREAM =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/event-stream");
  private static final Header NOT_KEPT =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache, no-transform");
  // Without it nginx would hold events back until its buffer is full.
  private static final Header NOT_BUFFERED =
      HeaderValues.createCached(HeaderNames.create("X-Accel-Buffering"), "no");

  private final Events events;
  private final Cluster cluster;
  private final Connections connections;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  public EventRoutes(Events events, Cluster cluster, Connections connections) {
    this.events = events;
    this.cluster = cluster;
    this.connections = connections;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/events", RequiredRight.of(Right.SEE), this::stream));
  }

  /**
   * What the first event says.
   *
   * @param latest the number of the latest event
   * @param resumed whether everything since the client's last event follows; false means that the
   *     client should read afresh what it shows
   */
  record Hello(long latest, boolean resumed) {}

  private void stream(ServerRequest req, ServerResponse res) {
    OldHttp.refuse(req);
    var client = Exchange.of(req).client().network() + ' ' + AuditedRequest.of(req).actor().name();
    // A place of its own, so that many open pages do not use up what requests need.
    try (var _ = connections.stream((InetSocketAddress) req.remotePeer().address(), client)) {
      streamTo(req, res);
    }
  }

  private void streamTo(ServerRequest req, ServerResponse res) {
    res.header(EVENT_STREAM).header(NOT_KEPT).header(NOT_BUFFERED);
    if (Answer.isHead(req)) {
      res.send();
      return;
    }
    var stream =
        new EventStream(res.outputStream(), HEARTBEAT, AuditedRequest.of(req)::stillWelcome);
    streams.add(stream);
    // Joined before the past is read, so that no event falls between.
    try (var _ = events.subscribe(stream::offer);
        var _ = cluster.subscribe(stream::offer)) {
      follow(stream, lastSeen(req));
    } catch (IOException | UncheckedIOException | InterruptedException e) {
      throw new CloseConnectionException("the event stream has ended", e);
    } finally {
      streams.remove(stream);
    }
    throw new CloseConnectionException("the event stream has ended");
  }

  private void follow(EventStream stream, OptionalLong lastSeen)
      throws IOException, InterruptedException {
    var latest = events.latest();
    // An id from the future is one of another database.
    var resumed = lastSeen.isPresent() && lastSeen.getAsLong() <= latest;
    var from = resumed ? lastSeen.getAsLong() : latest;
    stream.hello(from, new Hello(latest, resumed));
    stream.run(resumed ? events.after(from) : List.of());
  }

  private static OptionalLong lastSeen(ServerRequest req) {
    var text =
        req.headers().contains(LAST_EVENT_ID)
            ? req.headers().get(LAST_EVENT_ID).get()
            : Query.text(req, "last_event_id");
    return text != null && text.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Ends all streams; their clients come again. */
  @Override
  public void close() {
    streams.forEach(EventStream::end);
  }
}
