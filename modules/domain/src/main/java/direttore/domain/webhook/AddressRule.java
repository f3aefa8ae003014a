package direttore.domain.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses webhooks may be called at. Whoever enters one must not reach through this server
 * what they do not reach themselves.
 *
 * @param all whether those of private networks and of this machine may be called too
 */
public record AddressRule(boolean all) {
  /** Address and bits of what is nobody's on the Internet, beside what Java knows. */
  private record Block(int address, int bits) {
    private boolean holds(int other) {
      return (address ^ other) >>> (32 - bits) == 0;
    }
  }

  private static final List<Block> NOT_PUBLIC =
      List.of(
          block(0, 0, 0, 8), // this network
          block(100, 64, 0, 10), // behind the NAT of a provider
          block(192, 0, 0, 24), // for protocols
          block(192, 0, 2, 24), // for documents
          block(198, 18, 0, 15), // for benchmarks
          block(198, 51, 100, 24), // for documents
          block(203, 0, 113, 24), // for documents
          block(240, 0, 0, 4)); // for later, and to all

  private static Block block(int first, int second, int third, int bits) {
    return new Block(first << 24 | second << 16 | third << 8, bits);
  }

  /** Whether it may be called. */
  public boolean allows(InetAddress address) {
    return all || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    var bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC.stream().noneMatch(block -> block.holds(number(bytes)))
        : isGlobalUnicast(bytes);
  }

  /** 2000::/3, without what wraps an IPv4 address (6to4, Teredo) and what documents use. */
  private static boolean isGlobalUnicast(byte[] bytes) {
    var first = number(bytes);
    return first >>> 29 == 1
        && first >>> 16 != 0x2002
        && first != 0x2001_0000
        && first != 0x2001_0db8;
  }

  private static int number(byte[] bytes) {
    return (bytes[0] & 0xff) << 24
        | (bytes[1] & 0xff) << 16
        | (bytes[2] & 0xff) << 8
        | (bytes[3] & 0xff);
  }
}
