package direttore.domain.inventory;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** An IP address as a number, to count with. */
public record Address(int bits, BigInteger number) implements Comparable<Address> {
  private static final int V4 = 32;
  private static final int V6 = 128;

  public Address {
    if ((bits != V4 && bits != V6) || number.signum() < 0 || number.bitLength() > bits) {
      throw new IllegalArgumentException("%s is no address of %d bits".formatted(number, bits));
    }
  }

  /** One that is written as a literal, without a mask. */
  public static Address parse(String text) {
    var bytes = InetAddress.ofLiteral(text).getAddress();
    return new Address(bytes.length * Byte.SIZE, new BigInteger(1, bytes));
  }

  /** The version of IP, 4 or 6. */
  public int family() {
    return bits == V4 ? 4 : 6;
  }

  /** The one that comes so much later. */
  public Address plus(BigInteger steps) {
    return new Address(bits, number.add(steps));
  }

  public Address next() {
    return plus(BigInteger.ONE);
  }

  /** By version, and then by number. */
  @Override
  public int compareTo(Address other) {
    return bits == other.bits ? number.compareTo(other.number) : Integer.compare(bits, other.bits);
  }

  /** As RFC 5952 writes it: without leading zeros, the longest run of zeros left out. */
  @Override
  public String toString() {
    var bytes = new byte[bits / Byte.SIZE];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = number.shiftRight((bytes.length - 1 - i) * Byte.SIZE).byteValue();
    }
    try {
      return text(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has four bytes or sixteen", e);
    }
  }

  private static String text(InetAddress address) {
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
