package direttore.domain.operation;

import direttore.domain.Refusal;
import direttore.domain.event.Event;
import java.util.List;
import java.util.Set;

/**
 * What an operation shall do to what, without secrets. Each family of orders is a type of its own,
 * in a package of its own; what they have in common is here.
 */
public interface Order {
  /** The word for this kind of order, in lists and filters. */
  String kind();

  /** What it is about, for people, such as {@code VM 105 on pve1}. */
  String about();

  /** What it is about. */
  Subject subject();

  /** What it is about, as the audit names it. */
  default String target() {
    return subject().toString();
  }

  /** What its end changes besides the operation: told first, so that listeners read it anew. */
  default List<Event> endEvents() {
    return List.of();
  }

  /** What it holds while it is active, so that no other order changes it. */
  default Set<Subject> subjects() {
    return Set.of(subject());
  }

  /** The steps that carry it out, in turn, none begun; their keys differ. */
  List<Step> steps();

  /** Why it cannot be carried out while another operation holds one of its subjects. */
  Refusal refusedBy(Operation holder);
}
