package direttore.domain.inventory;

import java.util.List;

/**
 * A prefix with what is around it and within it.
 *
 * @param parents those around it, the widest first
 * @param children those right below it
 * @param ranges those that begin in it
 */
public record PrefixDetails(
    Prefix prefix, List<Prefix> parents, List<Prefix> children, List<IpRange> ranges) {
  public PrefixDetails {
    parents = List.copyOf(parents);
    children = List.copyOf(children);
    ranges = List.copyOf(ranges);
  }
}
