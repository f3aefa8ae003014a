package direttore.store.reservation;

import direttore.domain.reservation.Changing;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimDecider.Outcome;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reservation that is to be decided.
 *
 * @param before what there is of it, or null for a new one
 * @param after what it shall be, still without its claims
 * @param ask what it asks for
 * @param same the resources that it has, if it asks for no others; else null
 */
record Plan(@Nullable Reservation before, Reservation after, Ask ask, @Nullable Ask same) {

  static Plan fresh(Reservation draft, Ask ask) {
    return new Plan(null, draft, ask, null);
  }

  /** All that it may take or has. */
  Stream<Ask> asks() {
    // What it has may answer no more what was asked for once, as when a tag was taken away.
    return same == null ? Stream.of(ask) : Stream.of(ask, same);
  }

  /** The addresses that have to be free for ever, as its guests stay; else none. */
  Set<Integer> lastingAddresses() {
    return after.stays()
        ? ask.ofPrefixes().map(Resource::id).collect(Collectors.toSet())
        : Set.of();
  }

  /** The same of something else. */
  Plan asking(Ask other) {
    return new Plan(before, after, other, null);
  }

  /** The same, with what it asks for as it is by now. */
  Plan with(Ask fresh) {
    return new Plan(before, after, fresh, same);
  }

  /** The same at another time. */
  Plan at(Window other) {
    return new Plan(before, after.at(other), ask, same);
  }

  /** The same with other margins. */
  Plan holding(Margins other) {
    return new Plan(before, after.holding(other), ask, same);
  }

  /** The same with some resources as they are by now. */
  Plan with(Map<Integer, Resource> fresh) {
    return new Plan(before, after, ask.with(fresh), same == null ? null : same.with(fresh));
  }

  /** The same as they are, by their ids. */
  Map<Integer, Resource> resources() {
    return Stream.concat(
            ask.candidates().stream(), same == null ? Stream.of() : same.candidates().stream())
        .flatMap(List::stream)
        .collect(Collectors.toMap(Resource::id, resource -> resource, (one, also) -> one));
  }

  /**
   * What of its time is to be decided, if it keeps what it has: what it holds already nobody else
   * can have taken.
   */
  List<Window> windows() {
    return before == null ? List.of(after.holds()) : Changing.beyond(before.holds(), after.holds());
  }

  /** Whether the addresses that it has of prefixes would still be given. */
  boolean given() {
    return after.claims().stream()
        .filter(claim -> claim.wanted() instanceof ClaimRequest.OfPrefix)
        .allMatch(claim -> ask.equals(same) || has(claim));
  }

  private boolean has(Claim claim) {
    return ask.candidates().get(claim.request()).stream()
        .anyMatch(resource -> resource.id() == claim.resource().id());
  }

  /** What it has now, and would like to keep. */
  Set<Integer> present() {
    return before == null
        ? Set.of()
        : before.claims().stream().map(c -> c.resource().id()).collect(Collectors.toSet());
  }

  /** Whether no other choice than the present one would be an answer. */
  boolean fixed() {
    return ask.requests().stream().noneMatch(ClaimRequest::choosy);
  }

  /** The reservation with what was decided for it. */
  Reservation decided(Outcome outcome) {
    return after.having(
        outcome.choices().stream()
            .map(choice ->
                new Claim(
                    choice.resource(),
                    choice.share(),
                    after.holds(ask.requests().get(choice.request())),
                    true,
                    ask.requests().get(choice.request()),
                    choice.request()))
            .toList());
  }

  /** What was chosen for each of several alike. */
  static List<Slot.Choice> common(List<Reservation> decided) {
    var all = decided.stream().map(Plan::choices).toList();
    return all.stream()
        .limit(1)
        .flatMap(List::stream)
        .filter(choice -> all.stream().allMatch(each -> each.contains(choice)))
        .toList();
  }

  /** What was chosen for one. */
  static List<Slot.Choice> choices(Reservation decided) {
    return decided.claims().stream()
        .map(claim -> new Slot.Choice(claim.resource(), claim.share(), claim.request()))
        .toList();
  }

  /** The reservation with what it had, for its new time. */
  Reservation kept() {
    return after.having(
        after.claims().stream()
            .map(c ->
                new Claim(
                    c.resource(),
                    c.share(),
                    after.holds(c.wanted()),
                    c.holding(),
                    c.wanted(),
                    c.request()))
            .toList());
  }
}
