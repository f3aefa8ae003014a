package direttore.api.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import direttore.api.http.OldHttp;
import java.util.regex.Pattern;

/**
 * Heads that HTTP allows in another form than the one that is handed on: HTTP/1.0, whose connection
 * ends with its answer, and addresses in absolute form, whose authority counts instead of the Host
 * header (RFC 9112, 3.2.2).
 */
final class Rewriting {
  private static final Pattern FIRST_LINE =
      Pattern.compile("(\\S+) (?:(?i:https?)://([^/?# ]*))?(\\S*) HTTP/1\\.[01]");
  private static final Pattern HOST = Pattern.compile("(?i)(?<=\r\n)host:[^\r]*");

  private Rewriting() {}

  /** The whole head, checked before. */
  static byte[] of(byte[] bytes, int from, int to, boolean old) {
    var head = new String(bytes, from, to - from, ISO_8859_1);
    var end = head.indexOf("\r\n");
    var first = FIRST_LINE.matcher(head.substring(0, end));
    if (!first.matches()) {
      throw new IllegalStateException("a head that was checked is not one");
    }
    var authority = first.group(2);
    var path = first.group(3).isEmpty() ? "/" : first.group(3);
    var headers = head.substring(end, head.length() - 2);
    if (authority != null) {
      headers = HOST.matcher(headers).replaceFirst("Host: " + authority);
    }
    var more = old ? "Connection: close\r\n" + OldHttp.MARK + ": 1.0\r\n" : "";
    return (first.group(1) + " " + path + " HTTP/1.1" + headers + more + "\r\n")
        .getBytes(ISO_8859_1);
  }
}
