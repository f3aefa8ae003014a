package direttore.api.proxy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits.
 *
 * @param prefix bits that count, 0 to 32 or 128
 */
public record AddressBlock(InetAddress address, int prefix) {
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  public AddressBlock {
    if (prefix < 0 || prefix > address.getAddress().length * 8) {
      throw new IllegalArgumentException("/%d is too long for %s".formatted(prefix, address));
    }
  }

  /** An address, or one with a slash and the number of its bits that count (RFC 4632, RFC 4291). */
  public static Optional<AddressBlock> parse(String text) {
    var parts = text.split("/", -1);
    var address = literal(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    var all = address.get().getAddress().length * 8;
    if (parts.length == 1) {
      return Optional.of(new AddressBlock(address.get(), all));
    }
    return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all
        ? Optional.of(new AddressBlock(address.get(), Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  /** The address that a literal names; empty for anything else, and no name is ever looked up. */
  static Optional<InetAddress> literal(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress other) {
    var own = address.getAddress();
    var its = other.getAddress();
    if (own.length != its.length) {
      return false;
    }
    for (var bit = 0; bit < prefix; bit++) {
      if (((own[bit / 8] ^ its[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }
}
