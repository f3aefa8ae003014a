package direttore.store.reservation;

import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.store.Columns;
import direttore.store.Row;
import direttore.store.reservation.Asks.Seen;
import io.helidon.dbclient.DbExecute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Resources as they were when somebody asked for them last. They change rarely, so that the
 * database says only whether they are the same still, beside what others hold of them.
 */
final class KnownResources {
  private static final int MOST = 2_000;

  /** Which transaction wrote each resource: after a change it is another. */
  static final String VERSIONS =
      """
      SELECT array_agg(CAST(CAST(x.xmin AS text) AS bigint) ORDER BY x.id) AS versions
        FROM resource x WHERE x.id
      """;

  private static final String HELD =
      "SELECT ("
          + VERSIONS
          + " = ANY (CAST(:ids AS integer[]))) AS versions, held.* FROM (SELECT "
          + HeldRows.COLUMNS
          + """
           FROM held_claims(CAST(:resources AS integer[]), CAST(:windows AS tstzrange[]), '{}',
                            false, 'on') h) held
          """;

  private final Map<Name, Known> known = new ConcurrentHashMap<>();

  private record Name(ResourceKind kind, String name) {}

  private record Known(Resource resource, long version) {}

  /**
   * What is asked for, with what others hold of it in a window, by one statement if all is known.
   */
  Seen seen(DbExecute execute, List<ClaimRequest> requests, boolean maintenance, Window during) {
    return ofKnown(execute, requests, maintenance, during)
        .orElseGet(() -> Asks.seen(execute, requests, maintenance, during, this::note));
  }

  /** Empty where not all of it is known as it is now. */
  private Optional<Seen> ofKnown(
      DbExecute execute, List<ClaimRequest> requests, boolean maintenance, Window during) {
    var there = new TreeMap<Integer, Known>();
    for (var request : requests) {
      var found =
          request instanceof ClaimRequest.Named named
              ? known.get(new Name(named.kind(), named.name()))
              : null;
      if (found == null) {
        return Optional.empty();
      }
      there.put(found.resource().id(), found);
    }
    if (there.isEmpty()) {
      return Optional.empty();
    }
    var versions = there.values().stream().mapToLong(Known::version).toArray();
    var resources = there.values().stream().map(Known::resource).toList();
    return execute
        .createQuery(HELD)
        .addParam("ids", HeldRows.array(there.keySet()))
        .addParam("resources", HeldRows.array(there.keySet()))
        .addParam("windows", HeldRows.windows(List.of(during)))
        .execute()
        .map(Row::new)
        .map(row ->
            Arrays.equals(new Columns(row).numbers("versions"), versions)
                ? Optional.of(
                    new Seen(Asks.ask(requests, resources, maintenance), HeldRows.found(row)))
                : Optional.<Seen>empty())
        .findFirst()
        .orElseThrow();
  }

  /** Keeps what was looked up: both are in the order of the resources' numbers. */
  private void note(List<Resource> resources, long[] versions) {
    if (known.size() > MOST) {
      known.clear();
    }
    for (var i = 0; i < versions.length; i++) {
      var resource = resources.get(i);
      // Limits and addresses depend on more than their own row.
      if (!resource.kind().limit() && resource.kind() != ResourceKind.ADDRESSES) {
        known.put(new Name(resource.kind(), resource.name()), new Known(resource, versions[i]));
      }
    }
  }
}
