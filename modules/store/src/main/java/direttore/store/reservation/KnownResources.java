package direttore.store.reservation;

import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.store.Columns;
import direttore.store.Row;
import direttore.store.reservation.Asks.Seen;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Resources as they were when somebody asked for them last. They change rarely, so that the
 * database says only which ones are asked for and whether they are the same still, beside what
 * others hold of them.
 */
final class KnownResources {
  private static final int MOST = 2_000;

  /** Beside {@link Asks#NAMED}. */
  static final String VERSIONS =
      """
      array_agg(x.id ORDER BY x.id) AS ids, array_agg(x.version ORDER BY x.id) AS versions
        FROM named x
      """;

  private static final String HELD =
      Asks.NAMED
          + " SELECT * FROM (SELECT "
          + VERSIONS
          + ") things CROSS JOIN (SELECT "
          + HeldRows.COLUMNS
          + """
           FROM held_claims(ARRAY(SELECT id FROM named), CAST(:windows AS tstzrange[]), '{}', false,
                            'on') h) held
          """;

  private final Map<Integer, Known> known = new ConcurrentHashMap<>();

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
    if (requests.isEmpty()) {
      return Optional.empty();
    }
    return Asks.wanted(execute.createQuery(HELD), requests)
        .addParam("windows", HeldRows.windows(List.of(during)))
        .execute()
        .map(Row::new)
        .map(row ->
            known(new Columns(row))
                .map(all ->
                    new Seen(
                        Asks.ask(requests, all, maintenance),
                        HeldRows.found(row),
                        Asks.versions(new Columns(row)))))
        .findFirst()
        .orElseThrow();
  }

  /** All of them, or empty where one is not known as it is now. */
  private Optional<List<Resource>> known(Columns columns) {
    var ids = columns.numbers("ids");
    var versions = columns.numbers("versions");
    var all = new ArrayList<Resource>(ids.length);
    for (var i = 0; i < ids.length; i++) {
      var there = known.get((int) ids[i]);
      if (there == null || there.version() != versions[i]) {
        return Optional.empty();
      }
      all.add(there.resource());
    }
    return Optional.of(all);
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
        known.put(resource.id(), new Known(resource, versions[i]));
      }
    }
  }
}
