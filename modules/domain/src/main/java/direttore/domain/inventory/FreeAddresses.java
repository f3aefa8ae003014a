package direttore.domain.inventory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which addresses of a network are free, given what must not be given. */
public final class FreeAddresses {
  private final Span hosts;
  private final List<Span> taken;

  /**
   * Those of a network.
   *
   * @param hosts what may be given at all
   * @param taken what may not, in any order; what is elsewhere does not count
   */
  public FreeAddresses(Span hosts, Collection<Span> taken) {
    this.hosts = hosts;
    this.taken =
        Span.merged(
            taken.stream().filter(span -> span.first().bits() == hosts.first().bits()).toList());
  }

  /** The lowest ones. */
  public List<Address> first(int count) {
    var found = new ArrayList<Address>();
    var next = hosts.first().number();
    for (var span : taken) {
      take(next, span.first().number().subtract(BigInteger.ONE), count, found);
      next = next.max(span.last().number().add(BigInteger.ONE));
    }
    take(next, hosts.last().number(), count, found);
    return found;
  }

  private void take(BigInteger from, BigInteger to, int count, List<Address> found) {
    var last = to.min(hosts.last().number());
    for (var n = from; n.compareTo(last) <= 0 && found.size() < count; n = n.add(BigInteger.ONE)) {
      found.add(new Address(hosts.first().bits(), n));
    }
  }
}
