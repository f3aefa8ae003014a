package direttore.domain.reservation;

import direttore.domain.reservation.Conflict.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which resources answer what is asked for, from what others hold alone. Under the locks of
 * all candidates the answer is right; else it is right as long as nobody books.
 */
public final class ClaimDecider {
  /** So many of what any-of found taken are named. */
  private static final int NAMED = 10;

  private static final long[] NOTHING = new long[Profile.DIMENSIONS];
  private static final long NEVER = Profile.NEVER;

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
      @Nullable Left free,
      int request) {
    /** The same in the way of another request. */
    public Obstacle of(int other) {
      return new Obstacle(resource, reservation, during, why, free, other);
    }
  }

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
    return new Turn(during, Set.of(), false).decide().free();
  }

  /**
   * Decides for one time.
   *
   * @param during with margins
   * @param preferred resources that are taken before others, where any of several will do
   */
  public Outcome decide(Window during, Set<Integer> preferred) {
    return new Turn(during, preferred, true).decide();
  }

  /** When what is held begins or ends, rising, in seconds. */
  long[] changes() {
    var all = profiles.values().stream().flatMapToLong(p -> Arrays.stream(p.changes())).toArray();
    return Profile.rising(all);
  }

  /**
   * Before this, nothing of the window's length is free: what is asked for each by itself is not.
   * {@link Profile#NEVER} where it never is; in seconds.
   */
  long notBefore(Window during) {
    var length = during.length().toSeconds();
    var first = during.from().getEpochSecond();
    var before = NEVER;
    while (first != before && first != NEVER) {
      before = first;
      for (var i = 0; i < requests.size() && first != NEVER; i++) {
        first = notBefore(i, first, length);
      }
    }
    return first;
  }

  private long notBefore(int request, long from, long length) {
    var asked = requests.get(request);
    var share = asked.share();
    // So many have to be free at once; shares may lie on one.
    var needed = share == null ? asked.count() : 1;
    return candidates.get(request).stream()
        .mapToLong(resource -> {
          var start = Math.max(from, inServiceFrom(resource));
          return start == NEVER ? NEVER : profile(resource).nextFree(start, length, share, NOTHING);
        })
        .sorted()
        .skip(needed - 1L)
        .findFirst()
        .orElse(NEVER);
  }

  private long inServiceFrom(Resource resource) {
    var back = resource.expectedBack();
    if (maintenance || resource.outOfService() == null) {
      return Long.MIN_VALUE;
    }
    return back == null ? NEVER : back.plusNanos(999_999_999).getEpochSecond();
  }

  /**
   * Until when what was chosen stays free from the window's start on; {@link Profile#NEVER} where
   * it does; in seconds.
   */
  long freeUntil(Window during, Outcome outcome) {
    var chosen = outcome.choices().stream().map(choice -> choice.resource().id()).distinct();
    return chosen.mapToLong(id -> freeUntil(during, id, outcome.choices())).min().orElse(NEVER);
  }

  private long freeUntil(Window during, int id, List<Slot.Choice> choices) {
    var profile = profiles.get(id);
    var mine = NOTHING.clone();
    var share = Amount.NONE;
    for (var choice : choices) {
      if (choice.resource().id() == id) {
        share = choice.share();
        add(mine, share);
      }
    }
    return profile == null
        ? NEVER
        : profile.freeUntil(
            during.from().getEpochSecond(), share == null ? null : Amount.NONE, mine);
  }

  private static void add(long[] sum, @Nullable Amount share) {
    if (share != null) {
      sum[0] += share.cores();
      sum[1] += share.memory();
      sum[2] += share.disk();
      sum[3] += share.vms();
      sum[4] += share.lxc();
      sum[5] += share.vms() + (long) share.lxc();
    }
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
    private final boolean explained;
    private final Map<Integer, long[]> shares = new HashMap<>();
    private final Set<Integer> whole = new HashSet<>();
    private final List<Slot.Choice> choices = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    /**
     * @param explained whether all that is in the way is of interest, or only that something is
     */
    Turn(Window during, Set<Integer> preferred, boolean explained) {
      this.during = during;
      this.preferred = preferred;
      this.explained = explained;
    }

    Outcome decide() {
      for (var i = 0; i < requests.size() && !settled(); i++) {
        if (requests.get(i) instanceof ClaimRequest.Named named) {
          named(i, named);
        }
      }
      if (!settled()) {
        anyWhole();
      }
      for (var i = 0; i < requests.size() && !settled(); i++) {
        if (requests.get(i) instanceof ClaimRequest.AnyOf any && any.share() != null) {
          anyShare(i, any, any.share());
        }
      }
      choices.sort(Comparator.comparingInt(Slot.Choice::request));
      return new Outcome(choices, obstacles);
    }

    /** Whether more of what is in the way would tell nobody anything. */
    private boolean settled() {
      return !explained && !obstacles.isEmpty();
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
        var any = requests.get(i);
        if (any.choosy() && any.share() == null) {
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
      var found = new HashMap<Integer, Integer>();
      for (var n = 0; n < wants.size(); n++) {
        var resource = matching.of(n);
        if (resource != null) {
          take(wants.get(n), resource, null);
          found.merge(wants.get(n), 1, Integer::sum);
        }
      }
      for (var request : matching.unserved()) {
        if (requests.get(request) instanceof ClaimRequest.OfPrefix of) {
          tooFew(request, of, found.getOrDefault(request, 0));
        }
        lacking(request, null);
      }
    }

    private void tooFew(int request, ClaimRequest.OfPrefix of, int free) {
      var prefix = new Resource.Ref(-1, ResourceKind.ADDRESSES, String.valueOf(of.network()), null);
      obstacles.add(
          new Obstacle(prefix, null, during, Why.CAPACITY, Left.addresses(free), request));
    }

    /** Those that are free, in the order in which they are taken: addresses as they come. */
    private List<Resource> preferred(int request) {
      return candidates.get(request).stream()
          .filter(resource -> free(resource, null))
          .sorted(
              Comparator.comparing((Resource r) -> !preferred.contains(r.id()))
                  .thenComparingInt(r -> r.tags().size())
                  .thenComparing(r -> r.kind() == ResourceKind.ADDRESSES ? "" : r.name()))
          .toList();
    }

    private void anyShare(int request, ClaimRequest.AnyOf any, Amount share) {
      for (var n = 0; n < any.count(); n++) {
        var best =
            candidates.get(request).stream()
                .filter(resource -> free(resource, share))
                .min(
                    Comparator.comparing((Resource r) -> !preferred.contains(r.id()))
                        .thenComparingLong(r -> -most(left(r).cores()))
                        .thenComparingLong(r -> -most(left(r).memory()))
                        .thenComparing(Resource::name));
        if (best.isEmpty()) {
          lacking(request, share);
          return;
        }
        take(request, best.get(), share);
      }
    }

    private static long most(@Nullable Number left) {
      return left == null ? Long.MAX_VALUE : left.longValue();
    }

    private Left left(Resource resource) {
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
      add(mine, share);
      shares.put(resource.id(), mine);
    }

    private long[] mine(Resource resource) {
      return shares.getOrDefault(resource.id(), NOTHING);
    }

    private List<Obstacle> obstacles(int request, Resource resource, @Nullable Amount share) {
      if (!explained) {
        return List.of(new Obstacle(resource.ref(), null, during, Why.TAKEN, null, request));
      }
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
}
