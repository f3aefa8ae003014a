package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.inventory.Address;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Addresses from one to another, both included, all of IPv4 or all of IPv6. */
public record AddressRange(Address first, Address last) {
  /** So many bits may differ: a /16 of IPv4, a /64 of IPv6. */
  private static final int WIDEST_4 = 16;

  private static final int WIDEST_6 = 64;
  private static final String FORM =
      "must be addresses such as 10.20.0.10-10.20.0.50, 10.20.0.0/24 or 2001:db8::/64";
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

  public AddressRange {
    if (first.bits() != last.bits() || first.compareTo(last) > 0) {
      throw invalid("must begin with the lowest of its addresses, all of IPv4 or all of IPv6");
    }
    var widest = first.family() == 4 ? WIDEST_4 : WIDEST_6;
    if (last.number().subtract(first.number()).bitLength() > widest) {
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

  private static AddressRange prefix(Address first, String length) {
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > first.bits()) {
      throw invalid("must have a prefix length of 0 to %d".formatted(first.bits()));
    }
    var open = first.bits() - Integer.parseInt(length);
    var others = BigInteger.ONE.shiftLeft(open).subtract(BigInteger.ONE);
    if (first.number().and(others).signum() != 0) {
      throw invalid("must begin with the first address of its prefix");
    }
    return new AddressRange(first, first.plus(others));
  }

  private static Address literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      throw invalid(FORM);
    }
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw invalid(FORM);
    }
  }

  private static Refusal.Invalid invalid(String rule) {
    return new Refusal.Invalid("addresses", rule);
  }

  /**
   * The same for whatever is the same: a prefix where it is one, else from the first to the last.
   */
  @Override
  public String toString() {
    var same = first.number().xor(last.number()).bitLength();
    if (same == 0) {
      return first.toString();
    }
    var ends = BigInteger.ONE.shiftLeft(same).subtract(BigInteger.ONE);
    var whole = first.number().and(ends).signum() == 0 && last.number().and(ends).equals(ends);
    return whole ? first + "/" + (first.bits() - same) : first + "-" + last;
  }

  /** As PostgreSQL writes a range that includes both ends. */
  public String interval() {
    return "[%s,%s]".formatted(first, last);
  }
}
