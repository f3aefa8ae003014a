package direttore.simulator.netbox.net;

import java.math.BigInteger;

/** IPv6 addresses in the short form of RFC 5952. */
final class Ipv6Text {
  private static final int GROUPS = 8;

  private Ipv6Text() {}

  static String of(BigInteger value) {
    var groups = new int[GROUPS];
    for (var i = 0; i < GROUPS; i++) {
      groups[i] = value.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff;
    }
    var start = -1;
    var longest = 1;
    for (var i = 0; i < GROUPS; i++) {
      var zeros = zeros(groups, i);
      if (zeros > longest) {
        longest = zeros;
        start = i;
      }
    }
    return start < 0
        ? joined(groups, 0, GROUPS)
        : joined(groups, 0, start) + "::" + joined(groups, start + longest, GROUPS);
  }

  private static int zeros(int[] groups, int from) {
    var end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String joined(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (var i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
