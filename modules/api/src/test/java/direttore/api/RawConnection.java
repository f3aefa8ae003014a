package direttore.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that sends exactly the bytes it is told to, well formed or not. */
public final class RawConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})[^\r]*\r\n");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

  private final Socket socket;

  /** Over a socket that is connected already. */
  public RawConnection(Socket connected) {
    socket = connected;
    try {
      socket.setSoTimeout((int) PATIENCE.toMillis());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RawConnection(int port) {
    this(port, "127.0.0.1");
  }

  /**
   * @param from the loopback address that it comes from
   */
  public RawConnection(int port, String from) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.ofLiteral(from), 0);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One answer as it was sent. */
  public record Answer(int status, String head, String body) {
    public String header(String name) {
      var line = Pattern.compile("(?im)^" + Pattern.quote(name) + ": (.*)$").matcher(head);
      return line.find() ? line.group(1) : "";
    }
  }

  /** What the server sends until it closes, to the text and nothing more. */
  public static String exchange(int port, String text) {
    try (var connection = new RawConnection(port)) {
      connection.send(text);
      connection.end();
      return connection.rest();
    }
  }

  /** The answers in what a server sent; fails when there is anything else. */
  public static List<Answer> answers(String sent) {
    var answers = new ArrayList<Answer>();
    var left = sent;
    while (!left.isEmpty()) {
      var answer = first(left);
      answers.add(answer);
      left = left.substring(answer.head().length() + answer.body().length());
    }
    return answers;
  }

  private static Answer first(String sent) {
    var status = STATUS.matcher(sent);
    var end = sent.indexOf("\r\n\r\n");
    if (!status.find() || end < 0) {
      throw new AssertionError("no HTTP answer: " + sent);
    }
    var head = sent.substring(0, end + 4);
    var length = LENGTH.matcher(head);
    var size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    var code = Integer.parseInt(status.group(1));
    var bodiless = code < 200 || code == 204 || code == 304;
    var to = bodiless ? head.length() : Math.min(sent.length(), head.length() + size);
    return new Answer(code, head, sent.substring(head.length(), to));
  }

  /** Sends one byte for each character. */
  public void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // Closed by a server that has heard enough: what it answered stands.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that nothing more will be sent. */
  public void end() {
    try {
      socket.shutdownOutput();
    } catch (SocketException e) {
      // The server was faster.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, whose length is announced; the connection stays open. */
  public Answer answer() {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      text.append(next());
    }
    var head = text.substring(0, text.indexOf("\r\n\r\n") + 4);
    Matcher length = LENGTH.matcher(head);
    var size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    while (text.length() < head.length() + size) {
      text.append(next());
    }
    return first(text.toString());
  }

  /** What comes up to these words, and them. */
  public String upTo(String words) {
    var text = new StringBuilder();
    while (text.length() < words.length()
        || text.indexOf(words, text.length() - words.length()) < 0) {
      text.append(next());
    }
    return text.toString();
  }

  /** The head of the next answer; its body is left unread. */
  public Answer head() {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      text.append(next());
    }
    return first(text.toString());
  }

  private char next() {
    try {
      var b = socket.getInputStream().read();
      if (b < 0) {
        throw new AssertionError("the server closed the connection before its answer was whole");
      }
      return (char) b;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the server closes the connection. */
  public String rest() {
    var text = new StringBuilder();
    var buffer = new byte[8192];
    try {
      for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
        text.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException e) {
      // Reset by a server that had not read all of the request: what it answered stands.
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
