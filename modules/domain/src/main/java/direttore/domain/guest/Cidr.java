package direttore.domain.guest;

import direttore.domain.Refusal;
import java.math.BigInteger;
import java.net.InetAddress;

/**
 * An interface address with its prefix length, such as {@code 10.10.100.5/24} (RFC 4632, RFC 4291).
 */
public record Cidr(InetAddress address, int length) {
  public Cidr {
    if (length < 0 || length > bits(address)) {
      throw new Refusal.Invalid(
          "", "must have a prefix length of 0 to %d".formatted(bits(address)));
    }
  }

  /** An IPv4 address and prefix length. */
  public static Cidr v4(String text) {
    return parse(text, 32, "10.10.100.5/24");
  }

  /** An IPv6 address and prefix length. */
  public static Cidr v6(String text) {
    return parse(text, 128, "2001:db8::5/64");
  }

  private static Cidr parse(String text, int bits, String example) {
    var slash = text.indexOf('/');
    var wrong =
        new Refusal.Invalid("", "must be an address with prefix length, such as " + example);
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      throw wrong;
    }
    var address = literal(text.substring(0, slash), wrong);
    if (bits(address) != bits) {
      throw wrong;
    }
    return new Cidr(address, Integer.parseInt(text.substring(slash + 1)));
  }

  /** An address without prefix length, never looked up by name. */
  static InetAddress literal(String text, Refusal.Invalid otherwise) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw otherwise;
    }
  }

  /** Whether the other address lies in this one's subnet. */
  public boolean sameSubnet(InetAddress other) {
    if (bits(other) != bits(address)) {
      return false;
    }
    var hostBits = bits(address) - length;
    return number(address).shiftRight(hostBits).equals(number(other).shiftRight(hostBits));
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * 8;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + length;
  }
}
