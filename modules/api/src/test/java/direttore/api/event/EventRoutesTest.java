package direttore.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.api.TestApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EventRoutesTest {
  private final TestApi api = new TestApi();
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    api.close();
  }

  /** A browser's view of the stream: blocks of lines. */
  private Scanner listen(String query, String... headers) throws IOException {
    return new Scanner(open(query, headers), StandardCharsets.UTF_8).useDelimiter("\n\n");
  }

  private InputStream open(String query, String... headers) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
    sockets.add(socket);
    var head =
        "GET /api/events%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
            .formatted(query, String.join("", headers));
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket.getInputStream();
  }

  private static String next(Scanner stream) {
    return stream.next();
  }

  @Test
  void greetsAndThenTellsWhatChanges() throws IOException {
    api.events.fire("guest", "main/pve1/qemu/100");
    var stream = listen("");

    assertThat(next(stream))
        .contains("200 OK", "text/event-stream", "X-Accel-Buffering: no")
        .contains("id: 1\nevent: hello\ndata: {\"latest\":1,\"resumed\":false}");
    api.events.fire("operation", "0198c0de-5b1c-7000-8000-000000000001");

    assertThat(next(stream))
        .contains("id: 2\nevent: operation\ndata: {\"type\":\"operation\",\"subject\":\"0198c0de");
  }

  @Test
  void tellsWhatOthersChangedWithoutAPlaceToResumeFrom() throws IOException {
    var stream = listen("");
    next(stream);

    api.cluster.tell("guest", "main/pve1/lxc/200");

    assertThat(next(stream))
        .contains("event: guest\ndata: {\"type\":\"guest\",\"subject\":\"main/pve1/lxc/200\"}")
        .doesNotContain("id:");
  }

  @Test
  void resumesAfterTheLastEventThatWasSeen() throws IOException {
    api.events.fire("guest", "main/pve1/qemu/100");
    api.events.fire("guest", "main/pve1/qemu/101");
    api.events.fire("cluster", "pve1");

    var byHeader = listen("", "Last-Event-ID: 1\r\n");
    var byQuery = listen("?last_event_id=2");

    assertThat(next(byHeader)).contains("id: 1\nevent: hello", "\"resumed\":true");
    assertThat(next(byHeader)).contains("id: 2\nevent: guest", "main/pve1/qemu/101");
    assertThat(next(byHeader)).contains("id: 3\nevent: cluster");
    assertThat(next(byQuery)).contains("event: hello");
    assertThat(next(byQuery)).contains("id: 3\nevent: cluster");
  }

  @Test
  void startsAfreshWhereTheLastEventIsOfAnotherDatabase() throws IOException {
    api.events.fire("guest", "main/pve1/qemu/100");

    assertThat(next(listen("", "Last-Event-ID: 99\r\n"))).contains("id: 1\n", "\"resumed\":false");
    assertThat(next(listen("", "Last-Event-ID: x\r\n"))).contains("\"resumed\":false");
  }

  @Test
  void dropsAClientThatDoesNotReadWithoutHoldingOthersUp() throws IOException {
    var before = api.events.listeners();
    open("");
    await().until(() -> api.events.listeners() == before + 1);
    var reader = listen("");
    assertThat(next(reader)).contains("hello");

    var subject = "x".repeat(4000);
    for (int i = 1; i <= 10_000 && api.events.listeners() > before + 1; i++) {
      api.events.fire("guest", subject);
      assertThat(next(reader)).contains("id: " + i + "\n");
    }

    await().until(() -> api.events.listeners() == before + 1);
  }

  @Test
  void forgetsClientsThatLeave() throws IOException {
    var before = api.events.listeners();
    var stream = listen("");
    assertThat(next(stream)).contains("hello");
    sockets.removeLast().close();

    await()
        .until(() -> {
          api.events.fire("guest", "main/pve1/qemu/100");
          return api.events.listeners() == before;
        });
  }

  @Test
  void endsStreamsWhenTheServerEnds() throws IOException {
    var before = api.events.listeners();
    var stream = listen("");
    assertThat(next(stream)).contains("hello");

    api.endStreams();

    await().until(() -> api.events.listeners() == before);
    assertThat(stream.hasNext() && stream.next().contains("event:")).isFalse();
  }
}
