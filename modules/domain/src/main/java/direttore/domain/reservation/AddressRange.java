package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Addresses from one to another, both included, all of IPv4 or all of IPv6. */
public record AddressRange(InetAddress first, InetAddress last) {
  /** So many bits may differ: a /16 of IPv4, a /64 of IPv6. */
  private static final int WIDEST_4 = 16;

  private static final int WIDEST_6 = 64;
  private static final String FORM =
      "must be addresses such as 10.20.0.10-10.20.0.50, 10.20.0.0/24 or 2001:db8::/64";
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

  public AddressRange {
    if (bits(first) != bits(last) || number(first).compareTo(number(last)) > 0) {
      throw invalid("must begin with the lowest of its addresses, all of IPv4 or all of IPv6");
    }
    var widest = bits(first) == Integer.SIZE ? WIDEST_4 : WIDEST_6;
    if (number(last).subtract(number(first)).bitLength() > widest) {
      throw invalid(
          "must be %s at most"
              .formatted(widest == WIDEST_4 ? "65,536 addresses" : "a /64 of IPv6"));
    }
  }

  /** From one address, a range such as {@code 10.20.0.10-10.20.0.50}, or a prefix. */
  public static AddressRange parse(String text) {
    var slash = text.indexOf('/');
    var dash = text.indexOf('-');
    if (slash >= 0) {
      return prefix(literal(text.substring(0, slash)), text.substring(slash + 1));
    }
    return dash < 0
        ? new AddressRange(literal(text), literal(text))
        : new AddressRange(
            literal(text.substring(0, dash).strip()), literal(text.substring(dash + 1).strip()));
  }

  private static AddressRange prefix(InetAddress address, String length) {
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits(address)) {
      throw invalid("must have a prefix length of 0 to %d".formatted(bits(address)));
    }
    var open = bits(address) - Integer.parseInt(length);
    var first = number(address).shiftRight(open).shiftLeft(open);
    if (!first.equals(number(address))) {
      throw invalid("must begin with the first address of its prefix");
    }
    return new AddressRange(
        address,
        address(first.add(BigInteger.ONE.shiftLeft(open)).subtract(BigInteger.ONE), bits(address)));
  }

  private static InetAddress literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      throw invalid(FORM);
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw invalid(FORM);
    }
  }

  private static InetAddress address(BigInteger number, int bits) {
    var bytes = new byte[bits / Byte.SIZE];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = number.shiftRight((bytes.length - 1 - i) * Byte.SIZE).byteValue();
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has four bytes or sixteen", e);
    }
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static Refusal.Invalid invalid(String rule) {
    return new Refusal.Invalid("addresses", rule);
  }

  /**
   * The same for whatever is the same: a prefix where it is one, else from the first to the last.
   */
  @Override
  public String toString() {
    var same = number(first).xor(number(last)).bitLength();
    if (same == 0) {
      return text(first);
    }
    var ends = BigInteger.ONE.shiftLeft(same).subtract(BigInteger.ONE);
    var whole = number(first).and(ends).signum() == 0 && number(last).and(ends).equals(ends);
    return whole ? text(first) + "/" + (bits(first) - same) : text(first) + "-" + text(last);
  }

  /** As PostgreSQL writes a range that includes both ends. */
  public String interval() {
    return "[%s,%s]".formatted(first.getHostAddress(), last.getHostAddress());
  }

  /** As RFC 5952 writes it: without leading zeros, the longest run of zeros left out. */
  public static String text(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    var groups = address.getHostAddress().split(":");
    var best = -1;
    var length = 1;
    for (var i = 0; i < groups.length; i++) {
      var j = i;
      while (j < groups.length && groups[j].equals("0")) {
        j++;
      }
      if (j - i > length) {
        best = i;
        length = j - i;
      }
    }
    return best < 0
        ? String.join(":", groups)
        : String.join(":", Arrays.copyOfRange(groups, 0, best))
            + "::"
            + String.join(":", Arrays.copyOfRange(groups, best + length, groups.length));
  }
}
