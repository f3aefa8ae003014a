package direttore.api.guard;

import direttore.api.http.HttpRefusal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The address in a request line: a path and a query in the characters of RFC 3986, whose decoded
 * form is UTF-8 without control characters, and whose path leads nowhere but down.
 */
final class Target {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i:https?)://([^/?#]*)");

  private final byte[] bytes;
  private final int to;
  private int at;
  private final Utf8 text = new Utf8();

  private Target(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
  }

  /**
   * Where the path begins: at once, or after the scheme and authority of the absolute form, which
   * every server must take (RFC 9112, 3.2.2); at the end where that has no path.
   */
  static int path(byte[] bytes, int from, int to) {
    if (from == to || bytes[from] == '/') {
      return from;
    }
    var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    var form = ABSOLUTE.matcher(text);
    if (!form.lookingAt()) {
      throw HttpRefusal.unclear("the address must begin with a slash, http:// or https://");
    }
    HeaderFields.host(bytes, from + form.start(1), from + form.end(1));
    return from + form.end();
  }

  static void check(byte[] bytes, int from, int to) {
    if (from == to || bytes[from] != '/') {
      throw HttpRefusal.unclear("the address must begin with a slash");
    }
    var target = new Target(bytes, from, to);
    target.path();
    target.query();
  }

  private void path() {
    // A segment of nothing but dots, or of nothing at all, is read differently by each server.
    var length = 0;
    var dots = 0;
    for (at++; at < to && bytes[at] != '?'; at++) {
      if (bytes[at] == '/') {
        endSegment(length, dots, false);
        length = 0;
        dots = 0;
        text.requireEnd();
        continue;
      }
      var decoded = next(Characters.PATH);
      if (decoded == '\\') {
        throw HttpRefusal.unclear("the path must not hold a backslash");
      }
      length++;
      dots += decoded == '.' ? 1 : 0;
    }
    endSegment(length, dots, true);
    text.requireEnd();
  }

  private static void endSegment(int length, int dots, boolean last) {
    if (length == 0 && !last) {
      throw HttpRefusal.unclear("the path must not hold two slashes in a row");
    }
    if (dots == length && (length == 1 || length == 2)) {
      throw HttpRefusal.unclear("the path must not hold . or .. as a part");
    }
  }

  private void query() {
    for (at++; at < to; at++) {
      next(Characters.QUERY);
    }
    text.requireEnd();
  }

  /** The character or encoded byte at the place, which becomes the last of its bytes. */
  private int next(boolean[] allowed) {
    if (!Characters.in(allowed, bytes[at])) {
      throw HttpRefusal.unclear("the address holds a character that must be percent-encoded");
    }
    if (bytes[at] != '%') {
      text.requireEnd();
      return bytes[at];
    }
    if (at + 2 >= to) {
      throw HttpRefusal.unclear("a percent sign in the address is not followed by two digits");
    }
    var high = Character.digit(bytes[at + 1], 16);
    var low = Character.digit(bytes[at + 2], 16);
    if (high < 0 || low < 0) {
      throw HttpRefusal.unclear("a percent sign in the address is not followed by two digits");
    }
    at += 2;
    var decoded = high * 16 + low;
    if (decoded < 0x20 || decoded == 0x7f) {
      throw HttpRefusal.unclear("the address holds an encoded control character");
    }
    text.take(decoded);
    return decoded;
  }
}
