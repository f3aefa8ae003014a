package direttore.simulator.pve.console;

import static java.util.concurrent.TimeUnit.SECONDS;

import direttore.simulator.pve.TestLab;
import direttore.simulator.pve.TestLab.Reply;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** A WebSocket client that reads consoles as a stream of bytes, as noVNC and xterm.js do. */
final class Viewer implements WebSocket.Listener, AutoCloseable {
  private static final int LONGEST_WAIT = 20;

  private final LinkedBlockingQueue<Integer> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final WebSocket socket;

  /** Opens the console that the answer of a proxy call names. */
  Viewer(TestLab lab, String path, Reply opened) throws Exception {
    var ticket = opened.data().path("ticket").asText();
    socket =
        lab.webSocket()
            .subprotocols("binary")
            .buildAsync(
                URI.create(
                    "%s/api2/json%s/vncwebsocket?port=%s&vncticket=%s"
                        .formatted(
                            lab.simulator().url().toString().replace("https:", "wss:"),
                            path,
                            opened.data().path("port").asText(),
                            URLEncoder.encode(ticket, StandardCharsets.UTF_8))),
                this)
            .get(LONGEST_WAIT, SECONDS);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    while (data.hasRemaining()) {
      received.add(data.get() & 0xFF);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(null);
    return CompletableFuture.completedStage(null);
  }

  void send(byte[] bytes) throws Exception {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).get(LONGEST_WAIT, SECONDS);
  }

  void send(String text) throws Exception {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] read(int count) throws Exception {
    var bytes = new ByteArrayOutputStream();
    while (bytes.size() < count) {
      var next = received.poll(LONGEST_WAIT, SECONDS);
      if (next == null) {
        throw new AssertionError("got only " + bytes.size() + " of " + count + " bytes");
      }
      bytes.write(next);
    }
    return bytes.toByteArray();
  }

  String readTo(String end) throws Exception {
    var text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      text.append(new String(read(1), StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  void awaitClose() throws Exception {
    closed.get(LONGEST_WAIT, SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
