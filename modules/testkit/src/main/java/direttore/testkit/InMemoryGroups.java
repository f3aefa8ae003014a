package direttore.testkit;

import direttore.domain.Refusal;
import direttore.domain.group.Group;
import direttore.domain.group.GroupFilter;
import direttore.domain.group.GroupKey;
import direttore.domain.group.GroupOperation;
import direttore.domain.group.GroupPage;
import direttore.domain.group.GroupProgress;
import direttore.domain.group.Groups;
import direttore.domain.group.Member;
import direttore.domain.group.NewGroup;
import direttore.domain.group.Stage;
import direttore.domain.group.Want;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups in maps, over operations in a map, with the rules of the real store. */
public final class InMemoryGroups implements Groups {
  private final InMemoryOperations operations;
  private final Instant now;
  private final Map<UUID, Group> groups = new LinkedHashMap<>();
  private final Map<UUID, NewGroup> ordered = new HashMap<>();
  private final Map<UUID, Map<GroupKey, Operation.Failure>> refusals = new HashMap<>();
  private final Map<String, UUID> keys = new HashMap<>();
  private final Map<String, List<String>> requests = new HashMap<>();

  /**
   * Over those operations.
   *
   * @param now when groups are made and end
   */
  public InMemoryGroups(InMemoryOperations operations, Instant now) {
    this.operations = operations;
    this.now = now;
  }

  @Override
  public synchronized Group add(NewGroup order, Submitter by) {
    var group =
        new Group(
            UUID.randomUUID(),
            order.title(),
            order.members().getFirst().order().kind(),
            by.name(),
            by.actor().person().orElse(null),
            Want.DONE,
            0,
            order.wave(),
            order.members().size(),
            order.starts(),
            now,
            null);
    groups.put(group.id(), group);
    ordered.put(group.id(), order);
    var refused = new HashMap<GroupKey, Operation.Failure>();
    for (var i = 0; i < group.size(); i++) {
      var why = order.members().get(i).refusal();
      if (why != null) {
        refused.put(new GroupKey(i, 0, Stage.ORDER, 0), why);
      }
    }
    refusals.put(group.id(), refused);
    if (by.key() != null) {
      keys.put(by.key(), group.id());
      requests.put(by.key(), by.request());
    }
    return group;
  }

  @Override
  public synchronized Optional<Group> earlier(Submitter by) {
    var id = keys.get(Objects.requireNonNullElse(by.key(), ""));
    if (id != null && !by.request().equals(requests.get(by.key()))) {
      throw new Refusal.KeyReused(Objects.requireNonNull(by.key()));
    }
    return Optional.ofNullable(id).map(groups::get);
  }

  @Override
  public synchronized GroupProgress find(UUID id) {
    return new GroupProgress(
        of(id, groups),
        operations.of(id).stream().map(InMemoryGroups::part).toList(),
        of(id, refusals));
  }

  private static <T> T of(UUID id, Map<UUID, T> each) {
    var found = each.get(id);
    if (found == null) {
      throw new Refusal.NotFound("group", id);
    }
    return found;
  }

  private static GroupOperation part(Operation o) {
    return new GroupOperation(
        o.id(),
        GroupKey.parse(Objects.requireNonNull(o.membership()).key()),
        o.state(),
        GuestOrder.guest(o),
        o.failure());
  }

  @Override
  public synchronized List<Member> members(UUID id) {
    return of(id, ordered).members().stream().map(m -> new Member(m.order(), m.team())).toList();
  }

  @Override
  public synchronized GuestSecrets secrets(UUID id, int member) {
    return of(id, ordered).members().get(member).secrets();
  }

  @Override
  public synchronized GroupPage page(GroupFilter filter) {
    var all = new ArrayList<GroupProgress>();
    groups.values().stream()
        .filter(g -> filter.requestedBy() == null || filter.requestedBy().equals(g.requestedBy()))
        .filter(g -> filter.active() == null || filter.active() == g.active())
        .forEach(g -> all.addFirst(find(g.id())));
    return new GroupPage(all, null);
  }

  @Override
  public synchronized List<UUID> active() {
    return groups.values().stream().filter(Group::active).map(Group::id).toList();
  }

  @Override
  public synchronized void cancel(UUID id) {
    var group = of(id, groups);
    if (group.active() && group.want() == Want.DONE) {
      become(group, Want.CANCELLED, group.round() + 1, null);
      operations.of(id).stream()
          .filter(o -> o.state().active())
          .forEach(o -> operations.cancel(o.id()));
    }
  }

  private void become(Group g, Want want, int round, @Nullable Instant finished) {
    operations.beforeRecord.run();
    groups.put(
        g.id(),
        new Group(
            g.id(),
            g.title(),
            g.kind(),
            g.requestedBy(),
            g.person(),
            want,
            round,
            g.wave(),
            g.size(),
            g.starts(),
            g.created(),
            finished));
    operations.rounds.put(g.id(), round);
    operations.afterRecord.run();
  }

  @Override
  public synchronized void refused(UUID id, GroupKey key, Operation.Failure why) {
    operations.beforeRecord.run();
    of(id, refusals).putIfAbsent(key, why);
    operations.afterRecord.run();
  }

  @Override
  public synchronized void ended(UUID id, int round) {
    var group = of(id, groups);
    var idle = operations.of(id).stream().noneMatch(o -> o.state().active());
    if (group.active() && group.round() == round && idle) {
      become(group, group.want(), round, now);
    }
  }
}
