package direttore.simulator.pve.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection: request after request until a rule of pve-http-server ends it. */
final class Connection {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
  private static final int MAX_BODY = 512 * 1024;
  private static final int DRAIN_MILLIS = 500;

  private final Socket socket;
  private final boolean secure;
  private final Service service;
  private final InputStream in;
  private final HeadReader heads;
  private final ResponseWriter writer;
  private int left;

  Connection(
      Socket socket,
      InputStream received,
      boolean secure,
      Service service,
      ConnectionLimits limits,
      Clock clock)
      throws IOException {
    this.socket = socket;
    this.secure = secure;
    this.service = service;
    this.left = limits.requests();
    this.in = new BufferedInputStream(received);
    this.heads = new HeadReader(in, socket.getInetAddress());
    this.writer = new ResponseWriter(new BufferedOutputStream(socket.getOutputStream()), clock);
  }

  /** Serves until the connection ends. */
  void serve() throws IOException, InterruptedException {
    var open = true;
    while (open) {
      RequestHead head;
      try {
        head = heads.read();
      } catch (HeadReader.Refused e) {
        writer.write(e.response(), 1001, false, false);
        return;
      }
      open = head != null && exchange(head);
    }
  }

  private boolean exchange(RequestHead head) throws IOException, InterruptedException {
    left--;
    var length = length(head);
    var response = early(head);
    var unread = length;
    if (response == null) {
      var verdict = service.admit(head);
      if (verdict instanceof Service.Refused refused) {
        response = refused.response();
      } else if (verdict instanceof Service.Admitted admitted) {
        response = content(head, length);
        if (response == null) {
          unread = 0;
          response = answer(head, length, admitted);
        }
      }
    }
    return response != null && finish(head, response, unread);
  }

  /** The answer to the body, or null where the client leaves within it. */
  private @Nullable Response answer(RequestHead head, int length, Service.Admitted admitted)
      throws IOException, InterruptedException {
    var boundary = head.isUpload() ? Multipart.boundary(type(head)) : null;
    if (boundary == null) {
      var body = in.readNBytes(length);
      return body.length < length ? null : admitted.exchange().answer(body);
    }
    try (var upload = new Upload()) {
      return admitted.exchange().answer(Multipart.form(in, length, boundary, upload));
    }
  }

  private boolean finish(RequestHead head, Response response, int unread)
      throws IOException, InterruptedException {
    if (response.delay().isPositive()) {
      Thread.sleep(response.delay());
    }
    if (response.dropped()) {
      socket.setSoLinger(true, 0);
      return false;
    }
    var talk = response.talk();
    if (talk != null) {
      socket.setSoTimeout(0);
      var channel = writer.upgrade(head, in);
      talk.over(channel);
      channel.close();
      return false;
    }
    var keep = left > 0 && !response.closes() && wantsMore(head) && secure;
    writer.write(response, head.version(), gzip(head), keep);
    if (!keep && unread > 0) {
      drain();
    }
    return keep;
  }

  /** Lets the client read the answer before the unread rest of its body resets the connection. */
  private void drain() throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(DRAIN_MILLIS);
    var skipped = in.skip(2L * MAX_BODY);
    while (skipped > 0 && in.read() >= 0) {
      skipped = in.skip(MAX_BODY);
    }
  }

  /** The answer that needs no look at what is asked, or null. */
  private @Nullable Response early(RequestHead head) {
    if (!METHODS.contains(head.method())) {
      return Response.bare(501, "method '%s' not available".formatted(head.method()));
    }
    var encoding = head.headers().get("Transfer-Encoding");
    if (encoding != null) {
      return Response.error(
          501,
          encoding.equalsIgnoreCase("chunked")
              ? "chunked transfer encoding not supported"
              : "Unknown transfer encoding '%s'".formatted(encoding));
    }
    return secure ? null : redirect(head);
  }

  private static Response redirect(RequestHead head) {
    var host = head.headers().text("Host");
    if (host.isEmpty()) {
      return Response.DROPPED;
    }
    var moved =
        head.method().equals("GET")
            ? Response.error(301, "Moved Permanently")
            : Response.error(308, "Permanent Redirect");
    return moved.to("https://" + host.replaceFirst("^https?://", "") + head.target());
  }

  /** What is wrong with the announced body, or null. */
  private static @Nullable Response content(RequestHead head, int length) {
    if (length == 0) {
      return null;
    }
    if (!head.method().equals("PUT") && !head.method().equals("POST")) {
      return Response.error(501, "Unexpected content for method '%s'".formatted(head.method()));
    }
    var type = type(head);
    if (head.isUpload()) {
      return Multipart.boundary(type) == null ? otherType(type) : null;
    }
    if (length > MAX_BODY) {
      return Response.error(501, "for data too large");
    }
    return switch (type.split("\\s*[;,]\\s*", 2)[0]) {
      case "", "application/x-www-form-urlencoded", "application/json" -> null;
      default -> otherType(type);
    };
  }

  private static Response otherType(String type) {
    return Response.error(506, "upload 'Content-Type '%s' not implemented".formatted(type));
  }

  private static String type(RequestHead head) {
    return head.headers().text("Content-Type");
  }

  private static int length(RequestHead head) {
    var length = head.headers().text("Content-Length").strip();
    if (!length.matches("\\d+")) {
      return 0;
    }
    return length.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(length);
  }

  private static boolean wantsMore(RequestHead head) {
    var wanted = head.headers().get("Connection");
    return wanted == null
        ? head.version() >= 1001
        : !wanted.toLowerCase(Locale.ROOT).contains("close");
  }

  private static boolean gzip(RequestHead head) {
    return head.headers().text("Accept-Encoding").contains("gzip");
  }
}
