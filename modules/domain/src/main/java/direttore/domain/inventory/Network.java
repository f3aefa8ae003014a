package direttore.domain.inventory;

import java.math.BigInteger;

/** A network of IP: its first address and how many bits all of its addresses have in common. */
public record Network(Address first, int length) {
  public Network {
    if (length < 0 || length > first.bits()) {
      throw new IllegalArgumentException("a prefix has a length of 0 to " + first.bits());
    }
    if (first.number().getLowestSetBit() >= 0
        && first.number().getLowestSetBit() < first.bits() - length) {
      throw new IllegalArgumentException("%s/%d has host bits".formatted(first, length));
    }
  }

  /** One that is written as {@code 10.10.0.0/24}. */
  public static Network parse(String text) {
    var slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(text + " is no network");
    }
    return new Network(
        Address.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(first.bits() - length);
  }

  public Address last() {
    return first.plus(size().subtract(BigInteger.ONE));
  }

  public Span span() {
    return new Span(first, last());
  }

  public boolean contains(Address address) {
    return span().contains(address);
  }

  /** Whether the other lies within this one, or is the same. */
  public boolean contains(Network other) {
    return length <= other.length && contains(other.first);
  }

  /**
   * The addresses that hosts may have: without those of the network and of broadcasts (IPv4), and
   * without the anycast address of the subnet's routers (RFC 4291, 2.6.1). Short ones (RFC 3021,
   * RFC 6164) and pools have all of theirs.
   */
  public Span hosts(boolean pool) {
    if (pool || first.bits() - length <= 1) {
      return span();
    }
    return first.family() == 4
        ? new Span(first.next(), last().plus(BigInteger.ONE.negate()))
        : new Span(first.next(), last());
  }

  @Override
  public String toString() {
    return first + "/" + length;
  }
}
