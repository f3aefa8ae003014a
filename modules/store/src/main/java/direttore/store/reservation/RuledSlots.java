package direttore.store.reservation;

import direttore.domain.access.Actor;
import direttore.domain.reservation.ClaimDecider.Outcome;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.policy.PolicyBounds;
import direttore.store.reservation.Decisions.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * By the rules that bind whoever was refused, and by what they may book: what is offered to them
 * passes when they ask for it.
 */
final class RuledSlots implements SlotRules {
  private final Actor by;
  private final RuledTurn turn;
  private final Reservation refused;
  private final PolicyBounds bounds;

  /** Reads what else they have, so that nothing has to be read for each slot. */
  RuledSlots(Actor by, RuledTurn turn, Plan refused) {
    this.by = by;
    this.turn = turn;
    this.refused = refused.after();
    this.bounds = turn.bounds(this.refused);
  }

  /** What it has of no node stays as it was asked for. */
  @Override
  public boolean mayBook(Ask instead) {
    return instead.requests().stream()
        .map(ClaimRequest::node)
        .filter(Objects::nonNull)
        .allMatch(node -> by.mayBook(node, refused.details().party().team()));
  }

  @Override
  public PolicyBounds bounds(Plan asked, Instant now) {
    return turn.bound(decided(asked, all(asked.ask()))) ? bounds : PolicyBounds.none(now);
  }

  @Override
  public boolean allows(Plan asked, Slot slot) {
    return turn.allows(decided(asked.at(slot.window()), slot.claims()));
  }

  private static Decided decided(Plan plan, List<Slot.Choice> choices) {
    return new Decided(plan, plan.decided(new Outcome(choices, List.of())), List.of(), null);
  }

  /** All that could be chosen. */
  private static List<Slot.Choice> all(Ask ask) {
    return IntStream.range(0, ask.requests().size())
        .boxed()
        .flatMap(i -> ask.candidates().get(i).stream().map(each -> choice(ask, i, each)))
        .toList();
  }

  private static Slot.Choice choice(Ask ask, int request, Resource resource) {
    return new Slot.Choice(resource.ref(), ask.requests().get(request).share(), request);
  }
}
