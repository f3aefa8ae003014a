package direttore.api.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import direttore.api.http.HttpRefusal;
import java.util.Arrays;

/** The headers of one request, as far as it depends on them how the request is understood. */
final class HeaderFields {
  private static final int MOST_DIGITS = 12;
  private static final byte[] CHUNKED = "chunked".getBytes(US_ASCII);
  private static final byte[] CONTINUE = "100-continue".getBytes(US_ASCII);

  // These would mean something else to a server that takes the first than to one that takes the
  // last.
  private static final byte[][] ONCE = {
    "host".getBytes(US_ASCII),
    "content-length".getBytes(US_ASCII),
    "transfer-encoding".getBytes(US_ASCII),
    "expect".getBytes(US_ASCII),
    "content-type".getBytes(US_ASCII),
    "authorization".getBytes(US_ASCII),
    "origin".getBytes(US_ASCII),
    "idempotency-key".getBytes(US_ASCII),
  };
  private static final int HOST = 0;
  private static final int LENGTH = 1;
  private static final int CODING = 2;
  private static final int EXPECT = 3;

  private int seen;
  private long length;

  void line(byte[] bytes, int from, int to) {
    if (bytes[from] == ' ' || bytes[from] == '\t') {
      throw HttpRefusal.unclear("a header goes on in the next line");
    }
    var colon = from;
    while (colon < to && Characters.in(Characters.TOKEN, bytes[colon])) {
      colon++;
    }
    if (colon == from || colon == to || bytes[colon] != ':') {
      throw HttpRefusal.unclear("a header's name is empty or holds what no name may hold");
    }
    var known = known(bytes, from, colon);
    if (known >= 0) {
      var begin = skipBlanks(bytes, colon + 1, to);
      take(known, bytes, begin, skipBlanksBack(bytes, begin, to));
      // Helidon compares this value as a whole.
      if (known == CODING && to - colon > " chunked".length() + 1) {
        throw HttpRefusal.unclear("the only Transfer-Encoding understood is chunked");
      }
    }
  }

  private void take(int known, byte[] bytes, int from, int to) {
    if ((seen & (1 << known)) != 0) {
      throw HttpRefusal.unclear(new String(ONCE[known], US_ASCII) + " came more than once");
    }
    seen |= 1 << known;
    switch (known) {
      case HOST -> host(bytes, from, to);
      case LENGTH -> length(bytes, from, to);
      case CODING -> {
        if (!Arrays.equals(bytes, from, to, CHUNKED, 0, CHUNKED.length)) {
          throw HttpRefusal.unclear("the only Transfer-Encoding understood is chunked");
        }
      }
      case EXPECT -> {
        if (to - from != CONTINUE.length || !equalsIgnoringCase(bytes, from, CONTINUE)) {
          throw HttpRefusal.unmetExpectation();
        }
      }
      default -> {}
    }
  }

  /** Refuses what is no name or address with or without port (RFC 9110, 7.2). */
  static void host(byte[] bytes, int from, int to) {
    var end = to;
    while (end > from && bytes[end - 1] >= '0' && bytes[end - 1] <= '9') {
      end--;
    }
    // What is left may be a port, or the end of an IPv4 address.
    end = end > from && bytes[end - 1] == ':' && to - end <= 5 ? end - 1 : to;
    var brackets = end - from > 2 && bytes[from] == '[' && bytes[end - 1] == ']';
    var valid =
        brackets
            ? Characters.all(Characters.IPV6, bytes, from + 1, end - 1)
            : end > from && Characters.all(Characters.HOST, bytes, from, end);
    if (!valid) {
      throw HttpRefusal.unclear("the Host header is not a name or address with or without port");
    }
  }

  private void length(byte[] bytes, int from, int to) {
    if (from == to || to - from > MOST_DIGITS) {
      throw HttpRefusal.unclear("Content-Length is not a number of up to 12 digits");
    }
    for (var i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        throw HttpRefusal.unclear("Content-Length is not a number of up to 12 digits");
      }
      length = length * 10 + bytes[i] - '0';
    }
  }

  /** Refuses a coding of the message, which HTTP/1.0 has not (RFC 9112, 6.1). */
  void requireNoCoding() {
    if ((seen & (1 << CODING)) != 0) {
      throw HttpRefusal.unclear("HTTP/1.0 knows no Transfer-Encoding");
    }
  }

  /** The body that these headers announce. */
  RequestBody body(int most) {
    if ((seen & (1 << HOST)) == 0) {
      throw HttpRefusal.unclear("the Host header is missing");
    }
    if ((seen & (1 << CODING)) == 0) {
      if (length > most) {
        throw HttpRefusal.tooLarge(most);
      }
      return length == 0 ? RequestBody.NONE : new RequestBody.Counted(length);
    }
    if ((seen & (1 << LENGTH)) != 0) {
      throw HttpRefusal.unclear("Transfer-Encoding and Content-Length exclude each other");
    }
    return new ChunkedBody(most);
  }

  private static int known(byte[] bytes, int from, int to) {
    for (var i = 0; i < ONCE.length; i++) {
      if (ONCE[i].length == to - from && equalsIgnoringCase(bytes, from, ONCE[i])) {
        return i;
      }
    }
    return -1;
  }

  private static boolean equalsIgnoringCase(byte[] bytes, int from, byte[] lower) {
    for (var i = 0; i < lower.length; i++) {
      var b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower[i]) {
        return false;
      }
    }
    return true;
  }

  private static int skipBlanks(byte[] bytes, int from, int to) {
    var at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static int skipBlanksBack(byte[] bytes, int from, int to) {
    var at = to;
    while (at > from && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return at;
  }
}
