package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.store.Columns;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatementQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the resources that could answer what is asked for. */
final class Asks {
  /**
   * Which resources answer, and which transaction wrote each: after a change it is another. What is
   * asked for is hidden from the planner: what it knows of it makes no better plan, but a new one
   * each time, which costs as much as what it plans. It has to go from there to the resources, by
   * their index; by itself it goes the other way and compares each one there is.
   */
  static final String NAMED =
      """
      WITH asked AS MATERIALIZED (
        SELECT CAST(:namedKinds AS text[]) AS kinds, CAST(:names AS text[]) AS names,
               CAST(:anyKinds AS text[]) AS any_kinds, CAST(:anyTags AS text[]) AS any_tags,
               CAST(:cluster AS text) AS cluster
      ), named AS MATERIALIZED (
        SELECT n.id, CAST(CAST(n.xmin AS text) AS bigint) AS version
          FROM asked q CROSS JOIN LATERAL unnest(q.kinds, q.names) AS w (kind, name)
         CROSS JOIN LATERAL (
           SELECT r.id, r.xmin FROM resource r
            WHERE r.kind = w.kind AND r.cluster = q.cluster AND r.name = w.name
           OFFSET 0) n
         UNION
        SELECT a.id, CAST(CAST(a.xmin AS text) AS bigint)
          FROM asked q CROSS JOIN LATERAL unnest(q.any_kinds, q.any_tags) AS w (kind, tags)
         CROSS JOIN LATERAL (
           SELECT r.id, r.xmin FROM resource r
            WHERE r.kind = w.kind AND r.cluster = q.cluster
              AND r.tags @> string_to_array(w.tags, ' ')
           OFFSET 0) a)
      """;

  private static final String WANTED =
      NAMED
          + ", wanted AS MATERIALIZED (SELECT "
          + ResourceRows.COLUMNS
          + ResourceRows.FROM
          + "WHERE r.id IN (SELECT id FROM named) ORDER BY r.id) ";

  private Asks() {}

  /**
   * What is asked for, with what others held of it at the same moment.
   *
   * @param held what overlaps the window in question
   * @param versions which transaction wrote each resource, by its number
   */
  record Seen(Ask ask, HeldRows.Found held, Map<Integer, Long> versions) {
    /** Of these resources, in their order. */
    List<Long> versionsOf(Collection<Integer> resources) {
      return resources.stream().map(versions::get).map(Objects::requireNonNull).toList();
    }
  }

  /** From a row with {@link KnownResources#VERSIONS}. */
  static Map<Integer, Long> versions(Columns columns) {
    var ids = columns.numbers("ids");
    var versions = columns.numbers("versions");
    return IntStream.range(0, ids.length)
        .boxed()
        .collect(Collectors.toMap(i -> (int) ids[i], i -> versions[i]));
  }

  /** Finds the resources that could answer what is asked for. */
  @FunctionalInterface
  interface Asking {
    Ask of(DbExecute execute, List<ClaimRequest> requests, boolean maintenance);
  }

  /** Refuses with {@code Unknown} what there is not, of the field {@code claims[i]}. */
  static Ask of(DbExecute execute, List<ClaimRequest> requests, boolean maintenance) {
    add(execute, requests);
    return look(execute, requests, maintenance);
  }

  /** Whoever claims a guest or addresses makes them something to be claimed. */
  static void add(DbExecute execute, List<ClaimRequest> requests) {
    Ranges.add(execute, requests);
    addGuests(execute, requests);
  }

  /** The same where nothing is booked: guests and addresses that nobody ever had stay unknown. */
  static Ask look(DbExecute execute, List<ClaimRequest> requests, boolean maintenance) {
    if (requests.isEmpty()) {
      return new Ask(requests, List.of(), maintenance);
    }
    var prefixes = PrefixChoices.of(execute, requests);
    var found =
        wanted(
                execute.createQuery(WANTED + "SELECT " + ResourceRows.ARRAYS + " FROM wanted r"),
                prefixes.byName(requests))
            .execute()
            .map(row -> ResourceRows.resources(new Row(row)))
            .findFirst()
            .orElseThrow();
    return ask(prefixes.called(requests), found, maintenance, i -> prefixes.resources(i, found));
  }

  /** What was looked up: resources in the order of their numbers, with their versions. */
  @FunctionalInterface
  interface Noting {
    void note(List<Resource> resources, long[] versions);
  }

  /** The same with what others hold of it in a window, by one statement. */
  static Seen seen(
      DbExecute execute,
      List<ClaimRequest> requests,
      boolean maintenance,
      Window during,
      Noting noting) {
    if (requests.isEmpty()) {
      return new Seen(new Ask(requests, List.of(), maintenance), HeldRows.Found.NOTHING, Map.of());
    }
    return wanted(
            execute.createQuery(
                WANTED
                    + "SELECT * FROM (SELECT "
                    + KnownResources.VERSIONS
                    + ") versions CROSS JOIN (SELECT "
                    + ResourceRows.ARRAYS
                    + " FROM wanted r) things CROSS JOIN (SELECT "
                    + HeldRows.COLUMNS
                    + """
                     FROM held_claims(ARRAY(SELECT id FROM named),
                                      CAST(:windows AS tstzrange[]), '{}', false, 'on') h) held
                    """),
            requests)
        .addParam("windows", HeldRows.windows(List.of(during)))
        .execute()
        .map(Row::new)
        .map(row -> {
          var resources = ResourceRows.resources(row);
          var columns = new Columns(row);
          noting.note(resources, columns.numbers("versions"));
          return new Seen(
              ask(requests, resources, maintenance), HeldRows.found(row), versions(columns));
        })
        .findFirst()
        .orElseThrow();
  }

  /** What is asked for, of these alone; nothing of prefixes. */
  static Ask ask(List<ClaimRequest> requests, Collection<Resource> resources, boolean maintenance) {
    return ask(requests, resources, maintenance, i -> List.of());
  }

  /**
   * The same.
   *
   * @param ofPrefix the addresses that a request for some of a prefix could have
   */
  static Ask ask(
      List<ClaimRequest> requests,
      Collection<Resource> resources,
      boolean maintenance,
      IntFunction<List<Resource>> ofPrefix) {
    var found = resources.stream().collect(Collectors.groupingBy(Resource::kind));
    var candidates =
        IntStream.range(0, requests.size())
            .mapToObj(i ->
                requests.get(i) instanceof ClaimRequest.OfPrefix of
                    ? enough(i, of, ofPrefix.apply(i))
                    : candidates(i, requests.get(i), found))
            .toList();
    return new Ask(requests, candidates, maintenance);
  }

  /** The very resources that are claimed already. */
  static Ask same(DbExecute execute, List<Claim> claims, boolean maintenance) {
    var there =
        ResourceRows.of(execute, claims.stream().map(claim -> claim.resource().id()).toList());
    return new Ask(
        claims.stream()
            .<ClaimRequest>map(claim ->
                new ClaimRequest.Named(
                    claim.resource().kind(), claim.resource().name(), claim.share()))
            .toList(),
        claims.stream()
            .map(claim -> List.of(Objects.requireNonNull(there.get(claim.resource().id()))))
            .toList(),
        maintenance);
  }

  private static List<Resource> enough(
      int index, ClaimRequest.OfPrefix of, List<Resource> addresses) {
    of.requireEnough("claims[%d]".formatted(index), addresses.size());
    return addresses;
  }

  private static List<Resource> candidates(
      int index, ClaimRequest request, Map<ResourceKind, List<Resource>> found) {
    var field = "claims[%d]".formatted(index);
    var candidates =
        found.getOrDefault(request.kind(), List.of()).stream()
            .filter(resource -> answers(resource, request))
            .toList();
    if (candidates.isEmpty() && request instanceof ClaimRequest.Named named && added(named)) {
      candidates = List.of(unknown(index, named));
    }
    requireEnough(field, request, candidates);
    if (request.share() != null && !request.kind().limit()) {
      candidates = candidates.stream().filter(r -> r.capacity().shared()).toList();
      if (candidates.isEmpty()) {
        throw new Refusal.Impossible(
            field, "A %s can be claimed as a whole only.".formatted(request.kind().noun()));
      }
    }
    return candidates;
  }

  private static boolean added(ClaimRequest.Named named) {
    return named.kind() == ResourceKind.GUEST || named.kind() == ResourceKind.ADDRESSES;
  }

  /** Something that nobody ever booked, under a number that no resource has. */
  private static Resource unknown(int index, ClaimRequest.Named named) {
    return new Resource(
        -1 - index,
        named.kind(),
        ClusterName.MAIN,
        named.name(),
        new TreeSet<>(),
        Capacity.WHOLE_ONLY,
        Amount.NONE,
        null,
        null,
        null);
  }

  private static void requireEnough(String field, ClaimRequest request, List<Resource> candidates) {
    switch (request) {
      case ClaimRequest.Named(var kind, var name, _) -> {
        if (candidates.isEmpty()) {
          throw new Refusal.Unknown(
              kind.wire(), field, "There is no %s %s to claim.".formatted(kind.noun(), name));
        }
      }
      case ClaimRequest.AnyOf any -> any.requireEnough(field, candidates.size());
      case ClaimRequest.OfPrefix of -> of.requireEnough(field, candidates.size());
    }
  }

  private static boolean answers(Resource resource, ClaimRequest request) {
    return switch (request) {
      case ClaimRequest.Named named -> resource.name().equals(named.name());
      case ClaimRequest.AnyOf any -> resource.tags().containsAll(any.tags());
      case ClaimRequest.OfPrefix _ -> false;
    };
  }

  /** With what {@link #NAMED} wants to know. */
  static DbStatementQuery wanted(DbStatementQuery query, List<ClaimRequest> requests) {
    var named = new TreeSet<String>();
    var any = new TreeSet<String>();
    for (var request : requests) {
      switch (request) {
        case ClaimRequest.Named one -> named.add(one.kind().wire() + "/" + one.name());
        // Tags have no blanks.
        case ClaimRequest.AnyOf of -> any.add(of.kind().wire() + "/" + String.join(" ", of.tags()));
        case ClaimRequest.OfPrefix _ -> {}
      }
    }
    return query
        .addParam("namedKinds", parts(named, 0))
        .addParam("names", parts(named, 1))
        .addParam("anyKinds", parts(any, 0))
        .addParam("anyTags", parts(any, 1))
        .addParam("cluster", ClusterName.MAIN.value());
  }

  private static String[] parts(Collection<String> named, int which) {
    return named.stream().map(each -> each.split("/", 2)[which]).toArray(String[]::new);
  }

  /** Whether a guest is there, others know. */
  private static void addGuests(DbExecute execute, List<ClaimRequest> requests) {
    // In one order, as two who add the same wait for each other.
    var names = new TreeSet<String>();
    for (var request : requests) {
      if (request instanceof ClaimRequest.Named named && named.kind() == ResourceKind.GUEST) {
        names.add(VmId.parse(named.name()).toString());
      }
    }
    for (var name : names) {
      execute
          .createInsert(
              """
              INSERT INTO resource (kind, cluster, name)
              SELECT 'guest', :cluster, :name
               WHERE NOT EXISTS (SELECT FROM resource
                                  WHERE kind = 'guest' AND cluster = :same AND name = :likewise)
              ON CONFLICT DO NOTHING
              """)
          .addParam("cluster", ClusterName.MAIN.value())
          .addParam("name", name)
          .addParam("same", ClusterName.MAIN.value())
          .addParam("likewise", name)
          .execute();
    }
  }
}
