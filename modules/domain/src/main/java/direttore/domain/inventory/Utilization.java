package direttore.domain.inventory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;

/**
 * How much of a prefix is used, as NetBox counts it.
 *
 * @param percent rounded down to a tenth, 100 at the most
 */
public record Utilization(BigDecimal percent, Of of) {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  /** What was counted. */
  public enum Of {
    ADDRESSES,
    PREFIXES,
    /** Nothing: NetBox says that it is all in use. */
    MARKED;

    /** The word in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All of it, as was said. */
  public static Utilization marked() {
    return new Utilization(BigDecimal.valueOf(100), Of.MARKED);
  }

  /** A container, by the prefixes within it, each address counted once. */
  public static Utilization ofContainer(Network network, Collection<Network> within) {
    var used = Span.size(within.stream().map(Network::span).toList());
    return new Utilization(percent(used, network.size()), Of.PREFIXES);
  }

  /**
   * Any other, by its addresses and the ranges that are said to be in use.
   *
   * @param hosts how many different addresses there are, outside these ranges
   */
  public static Utilization ofAddresses(
      Network network, boolean pool, long hosts, Collection<Span> ranges) {
    var used = Span.size(ranges).add(BigInteger.valueOf(hosts));
    var ends = network.first().family() == 4 ? network.hosts(pool).size() : network.size();
    return new Utilization(percent(used, ends), Of.ADDRESSES);
  }

  private static BigDecimal percent(BigInteger used, BigInteger size) {
    var tenths = used.multiply(THOUSAND).divide(size).min(THOUSAND);
    return new BigDecimal(tenths, 1).setScale(1, RoundingMode.UNNECESSARY);
  }
}
