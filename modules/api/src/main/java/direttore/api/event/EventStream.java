package direttore.api.event;

import direttore.api.http.Json;
import direttore.domain.event.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One client's stream of events (WHATWG HTML, 9.2), written by the thread that made it. A client
 * that reads too slowly is dropped: it resumes where it was, and nobody waits for it meanwhile.
 */
final class EventStream {
  private static final int MOST_WAITING = 1024;

  private final OutputStream out;
  private final Duration heartbeat;
  private final BooleanSupplier welcome;
  private final Thread writer = Thread.currentThread();
  private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean ended;

  /**
   * @param heartbeat how long it stays silent at most
   * @param welcome whether its client may still listen; asked once in a heartbeat
   */
  EventStream(OutputStream out, Duration heartbeat, BooleanSupplier welcome) {
    this.out = out;
    this.heartbeat = heartbeat;
    this.welcome = welcome;
  }

  /** What an event says. */
  record News(String type, String subject) {}

  /** Takes an event for the client; never blocks. */
  void offer(Event event) {
    if (!waiting.offer(event)) {
      end();
    }
  }

  /** Ends the stream, also where it is stuck in a write: an interrupt closes the socket. */
  void end() {
    if (!ended) {
      ended = true;
      writer.interrupt();
    }
  }

  /** Writes what was and what will be offered, until the client or the server ends it. */
  void run(Iterable<Event> before) throws IOException, InterruptedException {
    for (var event : before) {
      write(event);
    }
    var asked = System.nanoTime();
    while (!ended) {
      if (System.nanoTime() - asked >= heartbeat.toNanos()) {
        if (!welcome.getAsBoolean()) {
          return;
        }
        asked = System.nanoTime();
      }
      var event = waiting.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
      if (event == null) {
        send(": still here\n\n");
      } else {
        write(event);
      }
    }
  }

  /** Writes the first event, whose id is where the client resumes from if nothing else comes. */
  void hello(long from, Object data) throws IOException {
    send("retry: 2000\nid: %d\nevent: hello\ndata: %s\n\n".formatted(from, Json.text(data)));
  }

  private void write(Event event) throws IOException {
    var id = event.seq() > 0 ? "id: " + event.seq() + "\n" : "";
    var data = Json.text(new News(event.type(), event.subject()));
    send("%sevent: %s\ndata: %s\n\n".formatted(id, event.type(), data));
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
