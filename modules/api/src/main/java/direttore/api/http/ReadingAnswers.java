package direttore.api.http;

import direttore.domain.cluster.Reading;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Answers from the cluster's snapshot. Each list is written once for each snapshot, however many
 * ask for it; its age travels in {@code X-Snapshot-Age} (seconds), and why it could not be
 * refreshed in {@code X-Snapshot-Trouble}.
 */
public final class ReadingAnswers {
  private final Clock clock;
  private final ConcurrentMap<String, Rendered> rendered = new ConcurrentHashMap<>();

  public ReadingAnswers(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sends a reading.
   *
   * @param name what is sent, always made from the reading in the same way; one of a bounded set
   */
  public <T> void send(
      ServerRequest req,
      ServerResponse res,
      String name,
      Reading<T> reading,
      Function<? super T, ?> view) {
    rendering(name, reading, view).send(req, res, clock);
  }

  /** Sends a small view that is made for each answer. */
  public void send(ServerRequest req, ServerResponse res, Reading<?> view) {
    new Rendered(view, Json.bytes(view.value())).send(req, res, clock);
  }

  private <T> Rendered rendering(String name, Reading<T> reading, Function<? super T, ?> view) {
    var held = rendered.get(name);
    if (held != null && held.shows(reading)) {
      return held;
    }
    return rendered.compute(
        name,
        (key, other) ->
            other != null && other.shows(reading)
                ? other
                : new Rendered(reading, Json.bytes(view.apply(reading.value()))));
  }
}
