package direttore.domain.inventory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Addresses from one to another, both included. */
public record Span(Address first, Address last) {
  public Span {
    if (first.bits() != last.bits() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException("%s does not come before %s".formatted(first, last));
    }
  }

  public static Span of(Address only) {
    return new Span(only, only);
  }

  public BigInteger size() {
    return last.number().subtract(first.number()).add(BigInteger.ONE);
  }

  public boolean contains(Address address) {
    return address.bits() == first.bits()
        && first.compareTo(address) <= 0
        && address.compareTo(last) <= 0;
  }

  /** The same addresses in as few spans as there can be, the lowest first. */
  public static List<Span> merged(Collection<Span> spans) {
    var merged = new ArrayList<Span>();
    for (var span : spans.stream().sorted(Comparator.comparing(Span::first)).toList()) {
      var before = merged.isEmpty() ? null : merged.getLast();
      if (before != null && before.meets(span)) {
        merged.removeLast();
        merged.add(new Span(before.first, later(before.last, span.last)));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** The same addresses, of one version of IP, cut wherever one begins or ends; lowest first. */
  public static List<Span> stretches(Collection<Span> spans) {
    var changes = new TreeMap<BigInteger, Integer>();
    for (var span : spans) {
      changes.merge(span.first.number(), 1, Integer::sum);
      changes.merge(span.last.number().add(BigInteger.ONE), -1, Integer::sum);
    }
    var stretches = new ArrayList<Span>();
    var open = 0;
    for (var change : changes.entrySet()) {
      open += change.getValue();
      if (open > 0) {
        var bits = spans.iterator().next().first.bits();
        var end = changes.higherKey(change.getKey()).subtract(BigInteger.ONE);
        stretches.add(new Span(new Address(bits, change.getKey()), new Address(bits, end)));
      }
    }
    return stretches;
  }

  /** What both have; empty where that is nothing. */
  public Optional<Span> both(Span other) {
    if (first.bits() != other.first.bits()) {
      return Optional.empty();
    }
    var from = later(first, other.first);
    var to = last.compareTo(other.last) <= 0 ? last : other.last;
    return from.compareTo(to) > 0 ? Optional.empty() : Optional.of(new Span(from, to));
  }

  /** How many addresses they have, each counted once. */
  public static BigInteger size(Collection<Span> spans) {
    return merged(spans).stream().map(Span::size).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Whether one that begins no earlier overlaps this one, or follows it at once. */
  private boolean meets(Span later) {
    return later.first.bits() == last.bits()
        && later.first.number().compareTo(last.number().add(BigInteger.ONE)) <= 0;
  }

  private static Address later(Address one, Address other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
