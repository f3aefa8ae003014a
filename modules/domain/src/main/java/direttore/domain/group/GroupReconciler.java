package direttore.domain.group;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Submission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Does what the {@link Steward} decides for a group. To be done after each change of the group, and
 * now and then for what was missed; whoever else does it at the same time submits the same.
 */
public final class GroupReconciler {
  private final Groups groups;
  private final Dispatch dispatch;
  private final Supplier<Set<VmId>> taken;

  /**
   * @param taken the VMIDs that the cluster is known to use
   */
  public GroupReconciler(Groups groups, Dispatch dispatch, Supplier<Set<VmId>> taken) {
    this.groups = groups;
    this.dispatch = dispatch;
    this.taken = taken;
  }

  /** Brings the group as far as it comes by now. */
  public void reconcile(UUID id) {
    while (true) {
      var progress = groups.find(id);
      switch (Steward.decide(progress)) {
        case Decision.Await d -> {
          return;
        }
        case Decision.End d -> {
          groups.ended(id, progress.group().round());
          return;
        }
        case Decision.Submit d -> {
          if (!submit(progress, d.due())) {
            return;
          }
        }
      }
    }
  }

  /** Whether the group is in the same round still. */
  private boolean submit(GroupProgress progress, List<GroupKey> due) {
    var group = progress.group();
    var members = groups.members(group.id());
    try {
      for (var key : due) {
        submit(progress, key, members.get(key.member()));
      }
      return true;
    } catch (Operations.OlderRound e) {
      return false;
    }
  }

  private void submit(GroupProgress progress, GroupKey key, Member member) {
    var group = progress.group();
    try {
      dispatch.submit(
          new Submission(
              order(progress, key, member),
              secrets(group, key, member),
              group.submitter(member.team()),
              key.stage() == Stage.ORDER ? member.team() : null,
              null,
              key.in(group.id())));
    } catch (Refusal e) {
      if (Reason.passes(e)) {
        throw e;
      }
      groups.refused(group.id(), key, Reason.of(e));
    } catch (Operations.Sealed e) {
      // The key is lost, and the others need none of it.
      groups.refused(group.id(), key, Reason.SEALED);
    }
  }

  private GuestSecrets secrets(Group group, GroupKey key, Member member) {
    return key.stage() == Stage.ORDER && member.order().creates()
        ? groups.secrets(group.id(), key.member())
        : GuestSecrets.NONE;
  }

  private GuestOrder order(GroupProgress progress, GroupKey key, Member member) {
    return switch (key.stage()) {
      case ORDER -> member.order().avoiding(taken.get());
      case START ->
          new GuestOrder(
              progress.operation(key.member(), Stage.ORDER).orElseThrow().guest(),
              new GuestAction.Power(PowerAction.START, 0, false),
              Terms.USUAL);
    };
  }
}
