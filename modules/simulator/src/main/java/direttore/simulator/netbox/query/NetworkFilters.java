package direttore.simulator.netbox.query;

import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.net.Network;
import direttore.simulator.netbox.view.Derived;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters by addresses and networks; nonsense finds nothing. */
final class NetworkFilters {
  private final Derived derived;

  NetworkFilters(Database database) {
    this.derived = new Derived(database);
  }

  @Nullable Predicate<Row> of(String kind, String parameter, String lookup, List<String> values) {
    return switch (kind) {
      case "mask" -> number(parameter, lookup, values, r -> Derived.network(r).length());
      case "depth" -> number(parameter, lookup, values, derived::depth);
      case "children" -> number(parameter, lookup, values, derived::children);
      case "family" -> number(parameter, lookup, values, r -> Derived.network(r).family());
      default -> lookup.isEmpty() ? network(kind, values) : null;
    };
  }

  private static Predicate<Row> network(String kind, List<String> values) {
    return switch (kind) {
      case "exact" -> any(values, (row, n) -> row.text("prefix").equals(n.toString()));
      case "within" ->
          any(
              values,
              (row, n) ->
                  n.holds(Derived.network(row)) && Derived.network(row).length() > n.length());
      case "within_include" -> any(values, (row, n) -> n.holds(Derived.network(row)));
      case "contains" -> any(values, (row, n) -> Derived.network(row).holds(n));
      case "inside" -> any(values, (row, n) -> holdsHost(n, Derived.network(row)));
      case "host" -> row -> values.stream().anyMatch(v -> isHost(row, v));
      case "rangeContains" -> any(values, NetworkFilters::rangeContains);
      case "rangeInside" ->
          any(
              values,
              (row, n) ->
                  holdsHost(n, Network.of(row.text("start_address")))
                      && holdsHost(n, Network.of(row.text("end_address"))));
      case "start" -> row -> values.stream().anyMatch(v -> same(row.network("start_address"), v));
      case "end" -> row -> values.stream().anyMatch(v -> same(row.network("end_address"), v));
      default -> throw new IllegalStateException("no filter of networks is called " + kind);
    };
  }

  private static boolean holdsHost(Network network, Network host) {
    return network.holds(host.masked(host.bits()));
  }

  private static boolean rangeContains(Row row, Network wanted) {
    var first = Network.of(row.text("start_address"));
    return wanted.family() == first.family()
        && wanted.length() == first.length()
        && wanted.value().compareTo(first.value()) >= 0
        && wanted.value().compareTo(Network.of(row.text("end_address")).value()) <= 0;
  }

  private static boolean isHost(Row row, String wanted) {
    return same(row.network("address"), wanted);
  }

  private static boolean same(Network own, String wanted) {
    var other = Network.parse(wanted);
    return other != null
        && own.family() == other.family()
        && own.value().equals(other.value())
        && (wanted.indexOf('/') < 0 || own.length() == other.length());
  }

  private static Predicate<Row> any(List<String> values, BiPredicate<Row, Network> test) {
    var networks = values.stream().map(Network::parse).filter(Objects::nonNull).toList();
    return row -> networks.stream().anyMatch(n -> test.test(row, n));
  }

  private static @Nullable Predicate<Row> number(
      String parameter, String lookup, List<String> values, Function<Row, Number> of) {
    var test = Lookup.number(parameter, lookup, values);
    return test == null ? null : row -> test.test(new BigDecimal(of.apply(row).longValue()));
  }
}
