package direttore.domain.reservation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives each want a resource of its own, as many as can have one (by augmenting paths). */
final class Matching {
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
