package direttore.store.reservation;

import direttore.domain.reservation.ClaimDecider;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked for, with the resources that could answer it.
 *
 * @param maintenance whether what is out of service may be had
 */
record Ask(List<ClaimRequest> requests, List<List<Resource>> candidates, boolean maintenance) {
  /** Locked by whoever decides about addresses: ranges that overlap have locks of their own. */
  private static final int ADDRESSES = 0;

  /**
   * All resources that it could take, in the order in which they are locked. Addresses of a prefix
   * have no other lock than that of all addresses.
   */
  List<Integer> ids() {
    var ids = of(each -> !(each instanceof ClaimRequest.OfPrefix)).filter(id -> id > 0);
    return (ranges().isEmpty() ? ids : Stream.concat(Stream.of(ADDRESSES), ids))
        .distinct()
        .sorted()
        .toList();
  }

  /** All resources that it could take, but those which nobody ever booked. */
  Set<Integer> all() {
    return of(each -> true).filter(id -> id > 0).collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Integer> of(Predicate<ClaimRequest> requests) {
    return candidates(requests).map(Resource::id);
  }

  private Stream<Resource> candidates(Predicate<ClaimRequest> wanted) {
    return IntStream.range(0, requests.size())
        .filter(i -> wanted.test(requests.get(i)))
        .boxed()
        .flatMap(i -> candidates.get(i).stream());
  }

  /** The addresses that could be had of prefixes. */
  Stream<Resource> ofPrefixes() {
    return candidates(ClaimRequest.OfPrefix.class::isInstance);
  }

  /** Whether nobody ever booked something of it, so that there is no row for it. */
  boolean unknown() {
    return candidates.stream().flatMap(List::stream).anyMatch(resource -> resource.id() < 0);
  }

  /** The ranges of addresses among them. */
  List<Resource> ranges() {
    return candidates.stream()
        .flatMap(List::stream)
        .filter(resource -> resource.kind() == ResourceKind.ADDRESSES)
        .toList();
  }

  /** The same with some resources as they are by now. */
  Ask with(Map<Integer, Resource> fresh) {
    return new Ask(
        requests,
        candidates.stream()
            .map(each -> each.stream().map(r -> fresh.getOrDefault(r.id(), r)).toList())
            .toList(),
        maintenance);
  }

  /** The same of what was chosen alone. */
  Ask only(Collection<Slot.Choice> chosen) {
    return new Ask(
        requests,
        IntStream.range(0, requests.size())
            .mapToObj(i -> candidates.get(i).stream().filter(r -> chosen(chosen, i, r)).toList())
            .toList(),
        maintenance);
  }

  /** The same, asking for one resource by its name with one of the requests. */
  Ask having(int request, Resource resource) {
    var share = requests.get(request).share();
    return new Ask(
        IntStream.range(0, requests.size())
            .mapToObj(i ->
                i == request
                    ? new ClaimRequest.Named(resource.kind(), resource.name(), share)
                    : requests.get(i))
            .toList(),
        IntStream.range(0, requests.size())
            .mapToObj(i -> i == request ? List.of(resource) : candidates.get(i))
            .toList(),
        maintenance);
  }

  private static boolean chosen(Collection<Slot.Choice> chosen, int request, Resource resource) {
    return chosen.stream()
        .anyMatch(each -> each.request() == request && each.resource().id() == resource.id());
  }

  ClaimDecider decider(Collection<Held> held) {
    return new ClaimDecider(requests, candidates, held, maintenance);
  }
}
