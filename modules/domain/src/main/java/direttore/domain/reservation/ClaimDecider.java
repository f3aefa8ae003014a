package direttore.domain.reservation;

import direttore.domain.reservation.Conflict.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which resources answer what is asked for, from what others hold alone. Under the locks of
 * all candidates the answer is right; else it is right as long as nobody books.
 */
public final class ClaimDecider {
  /** So many of what any-of found taken are named. */
  private static final int NAMED = 10;

  private final List<ClaimRequest> requests;
  private final List<List<Resource>> candidates;
  private final Map<Integer, Profile> profiles;
  private final boolean maintenance;

  /** What is in the way, before it is known whose it is. */
  public record Obstacle(
      Resource.Ref resource,
      @Nullable Long reservation,
      Window during,
      Why why,
      @Nullable Amount free,
      int request) {}

  /** Which resources answer the requests, or what is in the way of some. */
  public record Outcome(List<Slot.Choice> choices, List<Obstacle> obstacles) {
    public Outcome {
      choices = List.copyOf(choices);
      obstacles = List.copyOf(obstacles);
    }

    public boolean free() {
      return obstacles.isEmpty();
    }
  }

  /**
   * Of what is asked for, and what others hold.
   *
   * @param candidates for each request the resources that could answer it
   * @param held all that others hold of them in the time that is asked for
   * @param maintenance whether what is out of service may be had
   */
  public ClaimDecider(
      List<ClaimRequest> requests,
      List<List<Resource>> candidates,
      Collection<Held> held,
      boolean maintenance) {
    this.requests = List.copyOf(requests);
    this.candidates = candidates.stream().map(List::copyOf).toList();
    this.maintenance = maintenance;
    var byResource = held.stream().collect(Collectors.groupingBy(Held::resource));
    this.profiles = new HashMap<>();
    for (var each : this.candidates) {
      for (var resource : each) {
        profiles.computeIfAbsent(
            resource.id(), id -> Profile.of(resource, byResource.getOrDefault(id, List.of())));
      }
    }
  }

  /** Whether all of it is free then. */
  public boolean free(Window during) {
    return decide(during, Set.of()).free();
  }

  /**
   * Decides for one time.
   *
   * @param during with margins
   * @param preferred resources that are taken before others, where any of several will do
   */
  public Outcome decide(Window during, Set<Integer> preferred) {
    return new Turn(during, preferred).decide();
  }

  /** When what is held begins or ends, rising. */
  List<Instant> changes() {
    return profiles.values().stream()
        .flatMap(profile -> profile.changes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Profile profile(Resource resource) {
    var profile = profiles.get(resource.id());
    if (profile == null) {
      throw new IllegalStateException("nothing is known of " + resource.ref());
    }
    return profile;
  }

  /** One decision. */
  private final class Turn {
    private final Window during;
    private final Set<Integer> preferred;
    private final Map<Integer, long[]> shares = new HashMap<>();
    private final Set<Integer> whole = new HashSet<>();
    private final List<Slot.Choice> choices = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    Turn(Window during, Set<Integer> preferred) {
      this.during = during;
      this.preferred = preferred;
    }

    Outcome decide() {
      for (var i = 0; i < requests.size(); i++) {
        if (requests.get(i) instanceof ClaimRequest.Named named) {
          named(i, named);
        }
      }
      anyWhole();
      for (var i = 0; i < requests.size(); i++) {
        if (requests.get(i) instanceof ClaimRequest.AnyOf any && any.share() != null) {
          anyShare(i, any, any.share());
        }
      }
      choices.sort(Comparator.comparingInt(Slot.Choice::request));
      return new Outcome(choices, obstacles);
    }

    private void named(int request, ClaimRequest.Named named) {
      for (var resource : candidates.get(request)) {
        if (free(resource, named.share())) {
          take(request, resource, named.share());
        } else {
          obstacles.addAll(obstacles(request, resource, named.share()));
        }
      }
    }

    /** Each wants another one; who could have only few is not left without for others' choice. */
    private void anyWhole() {
      var wants = new ArrayList<Integer>();
      for (var i = 0; i < requests.size(); i++) {
        if (requests.get(i) instanceof ClaimRequest.AnyOf any && any.share() == null) {
          for (var n = 0; n < any.count(); n++) {
            wants.add(i);
          }
        }
      }
      var open = new HashMap<Integer, List<Resource>>();
      for (var request : new HashSet<>(wants)) {
        open.put(request, preferred(request));
      }
      var matching = new Matching(wants, open);
      for (var n = 0; n < wants.size(); n++) {
        matching.seat(n);
      }
      for (var n = 0; n < wants.size(); n++) {
        var resource = matching.of(n);
        if (resource != null) {
          take(wants.get(n), resource, null);
        }
      }
      matching.unserved().forEach(request -> lacking(request, null));
    }

    /** Those that are free, in the order in which they are taken. */
    private List<Resource> preferred(int request) {
      return candidates.get(request).stream()
          .filter(resource -> free(resource, null))
          .sorted(
              Comparator.comparing((Resource r) -> !preferred.contains(r.id()))
                  .thenComparingInt(r -> r.tags().size())
                  .thenComparing(Resource::name))
          .toList();
    }

    private void anyShare(int request, ClaimRequest.AnyOf any, Amount share) {
      for (var n = 0; n < any.count(); n++) {
        var best =
            candidates.get(request).stream()
                .filter(resource -> free(resource, share))
                .min(
                    Comparator.comparing((Resource r) -> !preferred.contains(r.id()))
                        .thenComparingInt(r -> -left(r).cores())
                        .thenComparingLong(r -> -left(r).memory())
                        .thenComparing(Resource::name));
        if (best.isEmpty()) {
          lacking(request, share);
          return;
        }
        take(request, best.get(), share);
      }
    }

    private Amount left(Resource resource) {
      return profile(resource).left(during, mine(resource));
    }

    private void lacking(int request, @Nullable Amount share) {
      var possible = candidates.get(request);
      var taken =
          possible.stream()
              .filter(resource -> !whole.contains(resource.id()) && !free(resource, share))
              .limit(NAMED)
              .flatMap(resource -> obstacles(request, resource, share).stream())
              .toList();
      obstacles.addAll(taken);
      if (taken.isEmpty()) {
        // Others of the same requests have what would be free.
        obstacles.add(
            new Obstacle(possible.getFirst().ref(), null, during, Why.TAKEN, null, request));
      }
    }

    private boolean free(Resource resource, @Nullable Amount share) {
      return !whole.contains(resource.id())
          && (share != null || !shares.containsKey(resource.id()))
          && inService(resource)
          && profile(resource).free(during, share, mine(resource));
    }

    private boolean inService(Resource resource) {
      var back = resource.expectedBack();
      return maintenance
          || resource.outOfService() == null
          || (back != null && !during.from().isBefore(back));
    }

    private void take(int request, Resource resource, @Nullable Amount share) {
      choices.add(new Slot.Choice(resource.ref(), share, request));
      if (share == null) {
        whole.add(resource.id());
        return;
      }
      var mine = mine(resource).clone();
      mine[0] += share.cores();
      mine[1] += share.memory();
      mine[2] += share.disk();
      mine[3] += share.vms();
      mine[4] += share.lxc();
      shares.put(resource.id(), mine);
    }

    private long[] mine(Resource resource) {
      return shares.getOrDefault(resource.id(), new long[Profile.DIMENSIONS]);
    }

    private List<Obstacle> obstacles(int request, Resource resource, @Nullable Amount share) {
      if (!inService(resource)) {
        var back = resource.expectedBack();
        var until = back == null || !back.isAfter(during.from()) ? during.to() : back;
        return List.of(
            new Obstacle(
                resource.ref(),
                null,
                new Window(during.from(), until),
                Why.OUT_OF_SERVICE,
                null,
                request));
      }
      var profile = profile(resource);
      var taken =
          profile.during(during).stream()
              .filter(held -> share == null || held.share() == null)
              .map(held ->
                  new Obstacle(
                      resource.ref(), held.reservation(), held.during(), Why.TAKEN, null, request))
              .toList();
      if (!taken.isEmpty()) {
        return taken;
      }
      var full = profile.full(during, share, mine(resource));
      return List.of(
          new Obstacle(
              resource.ref(),
              null,
              full == null ? during : full,
              share == null ? Why.TAKEN : Why.CAPACITY,
              share == null ? null : left(resource),
              request));
    }
  }

  /** Gives each want a resource of its own, as many as can have one (by augmenting paths). */
  private static final class Matching {
    private final List<Integer> wants;
    private final Map<Integer, List<Resource>> open;
    private final Map<Integer, Integer> takenBy = new HashMap<>();
    private final @Nullable Resource[] given;

    Matching(List<Integer> wants, Map<Integer, List<Resource>> open) {
      this.wants = wants;
      this.open = open;
      this.given = new Resource[wants.size()];
    }

    void seat(int want) {
      seat(want, new HashSet<>());
    }

    private boolean seat(int want, Set<Integer> tried) {
      var possible = open.getOrDefault(wants.get(want), List.of());
      for (var resource : possible) {
        if (!takenBy.containsKey(resource.id())) {
          return give(want, resource);
        }
      }
      for (var resource : possible) {
        var by = takenBy.get(resource.id());
        if (by != null && tried.add(resource.id()) && seat(by, tried)) {
          return give(want, resource);
        }
      }
      return false;
    }

    private boolean give(int want, Resource resource) {
      takenBy.put(resource.id(), want);
      given[want] = resource;
      return true;
    }

    @Nullable Resource of(int want) {
      return given[want];
    }

    /** The requests of which some have none. */
    List<Integer> unserved() {
      return IntStream.range(0, wants.size())
          .filter(want -> given[want] == null)
          .mapToObj(wants::get)
          .distinct()
          .toList();
    }
  }
}
