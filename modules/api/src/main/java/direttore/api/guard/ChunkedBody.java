package direttore.api.guard;

import direttore.api.http.HttpRefusal;

/**
 * A body in chunks (RFC 9112, section 7.1), without chunk extensions and trailers: nothing of ours
 * uses them, and servers differ in how they read them.
 */
final class ChunkedBody implements RequestBody {
  private static final int MOST_DIGITS = 8;

  private enum Part {
    SIZE,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    LAST_CR,
    LAST_LF,
    ENDED
  }

  private final int most;
  private Part part = Part.SIZE;
  private long total;
  private long size;
  private int digits;

  /**
   * @param most bytes of all chunks together
   */
  ChunkedBody(int most) {
    this.most = most;
  }

  @Override
  public boolean ended() {
    return part == Part.ENDED;
  }

  @Override
  public int pass(byte[] bytes, int from) {
    var at = from;
    while (at < bytes.length && part != Part.ENDED) {
      if (part == Part.DATA) {
        var taken = (int) Math.min(size, bytes.length - at);
        size -= taken;
        at += taken;
        part = size == 0 ? Part.DATA_CR : Part.DATA;
      } else {
        step(bytes[at]);
        at++;
      }
    }
    return at;
  }

  private void step(byte b) {
    part =
        switch (part) {
          case SIZE -> sizeDigit(b);
          case SIZE_END -> sizeEnd(b);
          case DATA_CR -> expect(b, '\r', Part.DATA_LF);
          case DATA_LF -> expect(b, '\n', Part.SIZE);
          case LAST_CR -> expect(b, '\r', Part.LAST_LF);
          case LAST_LF -> expect(b, '\n', Part.ENDED);
          case DATA, ENDED -> throw new IllegalStateException("no step within data");
        };
  }

  private Part sizeDigit(byte b) {
    var digit = Character.digit(b, 16);
    if (digit < 0 && digits > 0) {
      return expect(b, '\r', Part.SIZE_END);
    }
    if (digit < 0 || digits == MOST_DIGITS) {
      throw HttpRefusal.unclear("a chunk's size is not a number of up to 8 hexadecimal digits");
    }
    size = size * 16 + digit;
    digits++;
    return Part.SIZE;
  }

  private Part sizeEnd(byte b) {
    total += size;
    if (total > most) {
      throw HttpRefusal.tooLarge(most);
    }
    digits = 0;
    return expect(b, '\n', size == 0 ? Part.LAST_CR : Part.DATA);
  }

  private static Part expect(byte b, char expected, Part next) {
    if (b != expected) {
      throw HttpRefusal.unclear("the chunks of the body are not in order");
    }
    return next;
  }
}
