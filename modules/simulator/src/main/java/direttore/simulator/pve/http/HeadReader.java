package direttore.simulator.pve.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads request lines and header fields within the limits of pve-http-server. */
final class HeadReader {
  private static final int MAX_LINES = 64;
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final int MAX_LINE_BYTES = 520 * 1024;
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(\\S+) (\\S+) HTTP/(\\d{1,4})\\.(\\d{1,4})");
  private static final Pattern FIELD = Pattern.compile("^([^:\\s]+)\\s*:\\s*(.*)");

  private final InputStream in;
  private final InetAddress peer;

  HeadReader(InputStream in, InetAddress peer) {
    this.in = in;
    this.peer = peer;
  }

  /** The next head, or null where the client has gone. */
  @Nullable RequestHead read() throws IOException, Refused {
    var line = firstLine();
    if (line == null) {
      return null;
    }
    var match = REQUEST_LINE.matcher(line);
    if (!match.find()) {
      throw new Refused(400, "bad request");
    }
    var version = Integer.parseInt(match.group(3)) * 1000 + Integer.parseInt(match.group(4));
    if (version / 1000 != 1) {
      throw new Refused(
          506,
          "http protocol version %s.%s not supported".formatted(match.group(3), match.group(4)));
    }
    if (match.group(2).matches("[^/]*@.*")) {
      throw new Refused(400, "invalid url");
    }
    return new RequestHead(match.group(1), match.group(2), version, new Headers(fields()), peer);
  }

  private @Nullable String firstLine() throws IOException {
    var line = line();
    while (line != null && line.isEmpty()) {
      line = line();
    }
    return line;
  }

  private Map<String, String> fields() throws IOException, Refused {
    var fields = new LinkedHashMap<String, String>();
    var lines = 0;
    var bytes = 0;
    var last = "";
    for (var line = line(); line != null; line = line()) {
      bytes += line.length();
      if (++lines >= MAX_LINES || bytes >= MAX_HEADER_BYTES) {
        throw new IOException("more header than the server takes");
      }
      if (line.isEmpty()) {
        return fields;
      }
      last = keep(line, last, fields);
    }
    throw new EOFException("the head has no end");
  }

  private static String keep(String line, String last, Map<String, String> fields) throws Refused {
    var field = FIELD.matcher(line);
    if (field.find()) {
      var name = field.group(1).toLowerCase(Locale.ROOT);
      fields.merge(name, field.group(2), (a, b) -> a + ", " + b);
      return name;
    }
    if (line.isBlank() || !Character.isWhitespace(line.charAt(0)) || last.isEmpty()) {
      throw new Refused(506, "unable to parse request header");
    }
    fields.merge(last, line.strip(), (a, b) -> a + " " + b);
    return last;
  }

  private @Nullable String line() throws IOException {
    var bytes = new ByteArrayOutputStream(80);
    for (var b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        var text = bytes.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      if (bytes.size() >= MAX_LINE_BYTES) {
        throw new IOException("a line of more than " + MAX_LINE_BYTES + " bytes");
      }
      bytes.write(b);
    }
    return null;
  }

  /** A head that is answered with an error. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Response response;

    Refused(int status, String reason) {
      super(reason);
      this.response = Response.error(status, reason);
    }

    Response response() {
      return response;
    }
  }
}
