package direttore.worker.guestorder;

import direttore.domain.group.Group;
import direttore.domain.group.GroupFilter;
import direttore.domain.group.GroupKey;
import direttore.domain.group.GroupOperation;
import direttore.domain.group.GroupPage;
import direttore.domain.group.GroupProgress;
import direttore.domain.group.Groups;
import direttore.domain.group.Member;
import direttore.domain.group.NewGroup;
import direttore.domain.group.Want;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One group as PostgreSQL keeps it, over operations in a map. */
final class InMemoryGroups implements Groups {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final GuestOperations operations;
  private final List<Member> members;
  private final Map<GroupKey, Operation.Failure> refusals = new HashMap<>();
  private Group group;

  /** A group that makes guests and starts them. */
  InMemoryGroups(GuestOperations operations, List<Member> members, int wave) {
    this.operations = operations;
    this.members = members;
    this.group =
        new Group(
            new UUID(7, 7),
            "three",
            "create-lxc",
            "anna",
            null,
            Want.DONE,
            0,
            wave,
            members.size(),
            true,
            NOON,
            null);
  }

  UUID id() {
    return group.id();
  }

  boolean over() {
    return !group.active();
  }

  private void become(Want want, int round, @Nullable Instant finished) {
    operations.beforeRecord.run();
    group =
        new Group(
            group.id(),
            group.title(),
            group.kind(),
            group.requestedBy(),
            null,
            want,
            round,
            group.wave(),
            group.size(),
            group.starts(),
            NOON,
            finished);
    operations.rounds.put(group.id(), round);
    operations.afterRecord.run();
  }

  @Override
  public GroupProgress find(UUID id) {
    return new GroupProgress(
        group,
        operations.rows.values().stream()
            .filter(o -> o.membership() != null)
            .map(o ->
                new GroupOperation(
                    o.id(),
                    GroupKey.parse(Objects.requireNonNull(o.membership()).key()),
                    o.state(),
                    GuestOrder.guest(o),
                    o.failure()))
            .toList(),
        refusals);
  }

  @Override
  public List<Member> members(UUID id) {
    return members;
  }

  @Override
  public GuestSecrets secrets(UUID id, int member) {
    return GuestSecrets.NONE;
  }

  @Override
  public void cancel(UUID id) {
    if (group.active() && group.want() == Want.DONE) {
      become(Want.CANCELLED, group.round() + 1, null);
      operations.rows.values().stream()
          .filter(o -> o.membership() != null && o.state().active())
          .toList()
          .forEach(operations::cancelPart);
    }
  }

  @Override
  public void refused(UUID id, GroupKey key, Operation.Failure why) {
    operations.beforeRecord.run();
    refusals.putIfAbsent(key, why);
    operations.afterRecord.run();
  }

  @Override
  public void ended(UUID id, int round) {
    var idle =
        operations.rows.values().stream()
            .noneMatch(o -> o.membership() != null && o.state().active());
    if (group.active() && group.round() == round && idle) {
      become(group.want(), round, NOON);
    }
  }

  @Override
  public Group add(NewGroup ordered, Submitter by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Group> earlier(Submitter by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public GroupPage page(GroupFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<UUID> active() {
    return group.active() ? List.of(group.id()) : List.of();
  }
}
