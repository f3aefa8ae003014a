package direttore.domain.group;

import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where groups live. */
public interface Groups {
  /**
   * Stores a group with its secrets and what of it was refused, or answers the one that the same
   * idempotency key made before. Refuses with {@code KeyReused} for a key that came with another
   * request.
   */
  Group add(NewGroup ordered, Submitter by);

  /**
   * The group that the submitter's idempotency key made before; empty without a key. Refuses with
   * {@code KeyReused} when the key came with another request.
   */
  Optional<Group> earlier(Submitter by);

  /** Refuses with {@code NotFound} for an id nobody knows. */
  GroupProgress find(UUID id);

  /** What it does with each guest, in their order. */
  List<Member> members(UUID id);

  /**
   * The secrets of a member, {@link GuestSecrets#NONE} when there are none.
   *
   * @throws direttore.domain.operation.Operations.Sealed when they do not open with the key at hand
   */
  GuestSecrets secrets(UUID id, int member);

  /** Newest first. */
  GroupPage page(GroupFilter filter);

  /** Those that have not ended, oldest first. */
  List<UUID> active();

  /**
   * Has an active group want no more than what is done: its round rises, what of it is queued ends
   * at once, and what runs is asked to end. Nothing for one that is cancelled already, or has
   * ended.
   */
  void cancel(UUID id);

  /** Notes why an order of the group was refused; nothing if that is known already. */
  void refused(UUID id, GroupKey key, Operation.Failure why);

  /**
   * Notes that the group has ended, if it is still in that round and none of its operations is
   * active; its secrets are forgotten.
   */
  void ended(UUID id, int round);
}
