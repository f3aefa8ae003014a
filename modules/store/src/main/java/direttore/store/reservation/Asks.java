package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import io.helidon.dbclient.DbExecute;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the resources that could answer what is asked for. */
final class Asks {
  private Asks() {}

  /** Refuses with {@code Unknown} what there is not, of the field {@code claims[i]}. */
  static Ask of(DbExecute execute, List<ClaimRequest> requests, boolean maintenance) {
    if (requests.isEmpty()) {
      return new Ask(requests, List.of(), maintenance);
    }
    addGuests(execute, requests);
    var found = found(execute, requests);
    var candidates =
        IntStream.range(0, requests.size())
            .mapToObj(i -> candidates(i, requests.get(i), found))
            .toList();
    return new Ask(requests, candidates, maintenance);
  }

  /** The very resources that are claimed already. */
  static Ask same(DbExecute execute, List<Claim> claims, boolean maintenance) {
    var there =
        execute
            .createQuery(
                "SELECT "
                    + ResourceRows.COLUMNS
                    + " FROM resource r WHERE r.id = ANY (CAST(:ids AS integer[]))")
            .addParam(
                "ids", HeldRows.array(claims.stream().map(claim -> claim.resource().id()).toList()))
            .execute()
            .map(ResourceRows::resource)
            .collect(Collectors.toMap(Resource::id, resource -> resource));
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

  private static List<Resource> candidates(
      int index, ClaimRequest request, Map<ResourceKind, List<Resource>> found) {
    var field = "claims[%d]".formatted(index);
    var candidates =
        found.getOrDefault(request.kind(), List.of()).stream()
            .filter(resource -> answers(resource, request))
            .toList();
    requireEnough(field, request, candidates);
    if (request.share() != null) {
      candidates = candidates.stream().filter(r -> r.capacity().shared()).toList();
      if (candidates.isEmpty()) {
        throw new Refusal.Impossible(
            field, "A %s can be claimed as a whole only.".formatted(request.kind().wire()));
      }
    }
    return candidates;
  }

  private static void requireEnough(String field, ClaimRequest request, List<Resource> candidates) {
    var kind = request.kind().wire();
    switch (request) {
      case ClaimRequest.Named named -> {
        if (candidates.isEmpty()) {
          throw new Refusal.Unknown(
              kind, field, "There is no %s %s to claim.".formatted(kind, named.name()));
        }
      }
      case ClaimRequest.AnyOf any -> {
        var needed = any.share() == null ? any.count() : 1;
        if (candidates.size() < needed) {
          throw new Refusal.Unknown(
              kind,
              field,
              "There are %d of kind %s%s, and %d are asked for."
                  .formatted(candidates.size(), kind, tagged(any), needed));
        }
      }
    }
  }

  private static String tagged(ClaimRequest.AnyOf any) {
    return any.tags().isEmpty() ? "" : " with the tags " + String.join(", ", any.tags());
  }

  private static boolean answers(Resource resource, ClaimRequest request) {
    return switch (request) {
      case ClaimRequest.Named named -> resource.name().equals(named.name());
      case ClaimRequest.AnyOf any -> resource.tags().containsAll(any.tags());
    };
  }

  private static Map<ResourceKind, List<Resource>> found(
      DbExecute execute, List<ClaimRequest> requests) {
    var names = new TreeSet<String>();
    var kinds = new TreeSet<String>();
    for (var request : requests) {
      switch (request) {
        case ClaimRequest.Named named -> names.add(key(named.kind(), named.name()));
        case ClaimRequest.AnyOf any -> kinds.add(any.kind().wire());
      }
    }
    return execute
        .createQuery(
            "SELECT "
                + ResourceRows.COLUMNS
                + """
                 FROM resource r
                WHERE r.cluster = :cluster
                  AND (r.kind || '/' || r.name = ANY (:names) OR r.kind = ANY (:kinds))
                ORDER BY r.id
                """)
        .addParam("cluster", ClusterName.MAIN.value())
        .addParam("names", names.toArray(String[]::new))
        .addParam("kinds", kinds.toArray(String[]::new))
        .execute()
        .map(ResourceRows::resource)
        .collect(Collectors.groupingBy(Resource::kind));
  }

  private static String key(ResourceKind kind, String name) {
    return kind.wire() + "/" + name;
  }

  /** Whoever claims a guest makes it something to be claimed; whether it is there, others know. */
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
