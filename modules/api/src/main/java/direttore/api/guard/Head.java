package direttore.api.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import direttore.api.http.HttpRefusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The request line and headers of one request, checked line by line as they come. */
final class Head {
  private static final byte[] VERSION = " HTTP/1.1".getBytes(US_ASCII);
  private static final byte[] OLD_VERSION = " HTTP/1.0".getBytes(US_ASCII);
  private static final int LONGEST_METHOD = 24;

  private final RequestLimits limits;
  private final HeaderFields fields = new HeaderFields();
  private int scanned;
  private int lineStart;
  private int lines;
  private boolean order;
  private boolean old;
  private boolean absolute;

  Head(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads on, from where it stopped before.
   *
   * @param from where the head begins in {@code bytes}
   * @return where the head ends, or -1 when more is needed
   * @throws HttpRefusal when it is not in order
   */
  int read(byte[] bytes, int from) {
    for (var at = from + scanned; at < bytes.length; at++) {
      var b = bytes[at];
      if (b == '\n') {
        if (endLine(bytes, from, at)) {
          requireRoom(at + 1 - from);
          return at + 1;
        }
      } else if (isControl(b)) {
        throw HttpRefusal.unclear("the headers hold a control character");
      } else if (at > from && bytes[at - 1] == '\r') {
        throw HttpRefusal.unclear("a carriage return is not followed by a line feed");
      }
    }
    scanned = bytes.length - from;
    requireRoom(scanned);
    return -1;
  }

  private static boolean isControl(byte b) {
    return b == 0x7f || (b >= 0 && b < 0x20 && b != '\t' && b != '\r');
  }

  private void requireRoom(int size) {
    if (lines == 0 && size > limits.longestLine()) {
      throw HttpRefusal.tooLong(limits.longestLine());
    }
    if (size > limits.largestHead() || lines > limits.mostHeaders() + 1) {
      throw HttpRefusal.tooManyHeaders(limits.largestHead(), limits.mostHeaders());
    }
  }

  /** Whether it was the empty line after the last header. */
  private boolean endLine(byte[] bytes, int from, int at) {
    var begin = from + lineStart;
    if (at == begin || bytes[at - 1] != '\r') {
      throw HttpRefusal.unclear("a line feed does not follow a carriage return");
    }
    var end = at - 1;
    if (lines == 0) {
      requestLine(bytes, begin, end);
    } else if (begin == end) {
      return true;
    } else {
      fields.line(bytes, begin, end);
    }
    lines++;
    lineStart = at + 1 - from;
    requireRoom(lineStart);
    return false;
  }

  private void requestLine(byte[] bytes, int from, int to) {
    if (to - from > limits.longestLine()) {
      throw HttpRefusal.tooLong(limits.longestLine());
    }
    var method = from;
    while (method < to && Characters.in(Characters.METHOD, bytes[method])) {
      method++;
    }
    if (method == from || method == to || bytes[method] != ' ' || method > from + LONGEST_METHOD) {
      throw HttpRefusal.unclear("the request does not begin with a method in capitals");
    }
    var version = to - VERSION.length;
    old = version > method && Arrays.equals(bytes, version, to, OLD_VERSION, 0, VERSION.length);
    if (!old
        && (version <= method || !Arrays.equals(bytes, version, to, VERSION, 0, VERSION.length))) {
      throw HttpRefusal.unclear("the first line does not end in HTTP/1.1 or HTTP/1.0");
    }
    var path = Target.path(bytes, method + 1, version);
    absolute = path > method + 1;
    if (path < version) {
      Target.check(bytes, path, version);
    }
    order = bytes[from] == 'P';
  }

  /** The same in the one form that is handed on, or null where it has that form already. */
  byte @Nullable [] rewritten(byte[] bytes, int from, int to) {
    return old || absolute ? Rewriting.of(bytes, from, to, old) : null;
  }

  /** How the body ends; to be asked for when the head is whole. */
  RequestBody body() {
    if (old) {
      fields.requireNoCoding();
    }
    return fields.body(order ? limits.largestOrder() : limits.largestOther());
  }
}
