package direttore.store.reservation;

import direttore.domain.node.NodeName;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what a refused reservation brings can be made where it is to be offered. */
final class GuestsInstead {
  /** For each node, Proxmox is asked for what they are copied from. */
  private static final int MOST_ASKED = 6;

  private final Plan refused;
  private final AskedAgain again;
  private final @Nullable NodeName from;
  private final int most;
  private final Map<NodeName, Boolean> known = new HashMap<>();

  GuestsInstead(Plan refused, AskedAgain again) {
    this.refused = refused;
    this.again = again;
    this.from = node(refused.ask());
    this.most = again.equals(AskedAgain.SAME) ? 0 : MOST_ASKED;
  }

  /** Whether it is not known that they cannot be made there. */
  boolean mayFit(Ask instead) {
    var to = node(instead);
    return stay(to) || known.getOrDefault(to, known.size() < most);
  }

  /**
   * Finds out whether all that is to be offered claims just this.
   *
   * @param others what was looked at
   */
  boolean fit(List<Slot> slots, List<Ask> others) {
    var offered = slots.stream().map(GuestsInstead::nodes).flatMap(Set::stream).toList();
    others.stream().filter(each -> offered.contains(String.valueOf(node(each)))).forEach(this::ask);
    return others.stream()
        .filter(each -> offered.contains(String.valueOf(node(each))))
        .allMatch(this::mayFit);
  }

  private void ask(Ask instead) {
    var to = node(instead);
    if (from != null && to != null && !stay(to) && !known.containsKey(to)) {
      var claims = again.on(to, from);
      known.put(to, claims.filter(each -> same(each, instead.requests())).isPresent());
    }
  }

  /** Whether none have to be made elsewhere. */
  private boolean stay(@Nullable NodeName to) {
    return refused.after().guests().isEmpty() || Objects.equals(from, to);
  }

  private static boolean same(List<ClaimRequest> some, List<ClaimRequest> others) {
    return some.size() == others.size() && Set.copyOf(some).equals(Set.copyOf(others));
  }

  private static @Nullable NodeName node(Ask ask) {
    return ask.requests().stream()
        .filter(ClaimRequest.Named.class::isInstance)
        .map(ClaimRequest.Named.class::cast)
        .filter(each -> each.kind() == ResourceKind.NODE)
        .map(each -> new NodeName(each.name()))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> nodes(Slot slot) {
    return slot.claims().stream()
        .map(Slot.Choice::resource)
        .filter(each -> each.kind() == ResourceKind.NODE)
        .map(Resource.Ref::name)
        .collect(Collectors.toSet());
  }
}
