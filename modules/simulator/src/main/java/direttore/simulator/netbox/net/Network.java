package direttore.simulator.netbox.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address with the mask of its network.
 *
 * @param family 4 or 6
 * @param value the address as a number
 * @param length of the mask
 */
public record Network(int family, BigInteger value, int length) implements Comparable<Network> {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  /** The network of a text such as {@code 10.0.0.1/24}, or null where it is none. */
  public static @Nullable Network parse(String text) {
    var slash = text.indexOf('/');
    var host = slash < 0 ? text : text.substring(0, slash);
    if (!V4.matcher(host).matches() && !V6.matcher(host).matches()) {
      return null;
    }
    try {
      var bytes = InetAddress.getByName(host).getAddress();
      var family = host.indexOf(':') >= 0 ? 6 : 4;
      var bits = family == 4 ? 32 : 128;
      var length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      return length < 0 || length > bits || bytes.length * 8 != bits
          ? null
          : new Network(family, new BigInteger(1, bytes), length);
    } catch (UnknownHostException | NumberFormatException e) {
      return null;
    }
  }

  /** The network of a text that must be one. */
  public static Network of(String text) {
    var network = parse(text);
    if (network == null) {
      throw new IllegalArgumentException(text + " is no address");
    }
    return network;
  }

  /** How many bits an address has. */
  public int bits() {
    return family == 4 ? 32 : 128;
  }

  /** How many addresses the network has. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(bits() - length);
  }

  /** The first address of the network. */
  public BigInteger first() {
    return value.shiftRight(bits() - length).shiftLeft(bits() - length);
  }

  /** The last address of the network. */
  public BigInteger last() {
    return first().add(size()).subtract(BigInteger.ONE);
  }

  /** The network itself, without the bits of a host. */
  public Network network() {
    return new Network(family, first(), length);
  }

  /** Another address with the same mask. */
  public Network at(BigInteger address) {
    return new Network(family, address, length);
  }

  /** The same address with another mask. */
  public Network masked(int other) {
    return new Network(family, value, other);
  }

  /** Does it hold all of the other network? */
  public boolean holds(Network other) {
    return family == other.family
        && length <= other.length
        && first().compareTo(other.value) <= 0
        && last().compareTo(other.value) >= 0;
  }

  /** The address without the mask. */
  public String host() {
    return family == 4 ? dotted() : Ipv6Text.of(value);
  }

  private String dotted() {
    var number = value.longValue();
    return "%d.%d.%d.%d"
        .formatted(number >> 24 & 255, number >> 16 & 255, number >> 8 & 255, number & 255);
  }

  @Override
  public int compareTo(Network other) {
    if (family != other.family) {
      return Integer.compare(family, other.family);
    }
    var order = value.compareTo(other.value);
    return order != 0 ? order : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    return host() + "/" + length;
  }
}
