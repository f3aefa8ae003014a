package direttore.api.guard;

import direttore.api.http.HttpRefusal;

/** Encoded bytes that must be UTF-8 in its one right form (RFC 3629, section 4). */
final class Utf8 {
  private int missing;
  private int least;
  private int most;

  void take(int b) {
    if (missing > 0) {
      if (b < least || b > most) {
        throw refusal();
      }
      missing--;
      least = 0x80;
      most = 0xbf;
    } else if (b >= 0x80) {
      begin(b);
    }
  }

  /** Refuses a character that is cut short. */
  void requireEnd() {
    if (missing > 0) {
      throw refusal();
    }
  }

  private void begin(int b) {
    if (b < 0xc2 || b > 0xf4) {
      throw refusal();
    }
    missing = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    // Not longer than needed, no surrogates, nothing above U+10FFFF.
    least = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
    most = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
  }

  private static HttpRefusal refusal() {
    return HttpRefusal.unclear("the address is not UTF-8 when decoded");
  }
}
