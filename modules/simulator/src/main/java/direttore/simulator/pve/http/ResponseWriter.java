package direttore.simulator.pve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes answers with the headers that pve-http-server sends. */
final class ResponseWriter {
  private static final int SMALLEST_COMPRESSED = 1024;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final OutputStream out;
  private final Clock clock;

  ResponseWriter(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  void write(Response response, int version, boolean gzip, boolean keep) throws IOException {
    var compressed = gzip && response.body().length > SMALLEST_COMPRESSED;
    var body = compressed ? zipped(response.body()) : response.body();
    var head = new StringBuilder(256);
    head.append("HTTP/%d.%d ".formatted(version / 1000, version % 1000));
    head.append(response.status()).append(' ').append(response.reason()).append("\r\n");
    var date = DATE.format(clock.instant());
    field(head, "Cache-Control", "max-age=0");
    field(head, "Connection", keep ? "Keep-Alive" : "close");
    field(head, "Date", date);
    field(head, "Pragma", "no-cache");
    field(head, "Server", "pve-api-daemon/3.0");
    field(head, "Expires", date);
    if (compressed) {
      field(head, "Content-Encoding", "gzip");
    }
    about(head, response, body);
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  /** Begins a WebSocket, as pve-http-server's websocket_proxy does. */
  WebSocket upgrade(RequestHead request, InputStream in) throws IOException {
    var head = new StringBuilder(256).append("HTTP/1.1 101 Switching Protocols\r\n");
    field(head, "Upgrade", "websocket");
    field(head, "Connection", "Upgrade");
    field(
        head,
        "Sec-WebSocket-Accept",
        WebSocket.accept(request.headers().text("Sec-WebSocket-Key")));
    if (request.headers().get("Sec-WebSocket-Protocol") != null) {
      field(head, "Sec-WebSocket-Protocol", "binary");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    return new WebSocket(in, out);
  }

  private static void about(StringBuilder head, Response response, byte[] body) {
    if (body.length > 0) {
      field(head, "Content-Length", String.valueOf(body.length));
    }
    if (response.contentType() != null) {
      field(head, "Content-Type", response.contentType());
    }
    if (response.location() != null) {
      field(head, "Location", response.location());
    }
  }

  private static void field(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static byte[] zipped(byte[] body) throws IOException {
    var out = new ByteArrayOutputStream(body.length / 4);
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(body);
    }
    return out.toByteArray();
  }
}
