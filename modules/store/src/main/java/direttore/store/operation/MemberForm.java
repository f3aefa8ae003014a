package direttore.store.operation;

import direttore.domain.access.TeamName;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a member of a group stands in jsonb.
 *
 * @param vmid null where it is chosen from a range when the member's turn comes
 */
record MemberForm(
    String cluster,
    String guestKind,
    NodeName node,
    @Nullable VmId vmid,
    @Nullable VmId from,
    @Nullable VmId to,
    GuestAction action,
    Terms terms,
    @Nullable String team) {

  static String write(List<Member> members) {
    return OperationJson.MEMBERS.write(members.stream().map(MemberForm::of).toList());
  }

  static List<Member> read(String json) {
    return OperationJson.MEMBERS.read(json).stream().map(MemberForm::member).toList();
  }

  private static MemberForm of(Member member) {
    var order = member.order();
    var range = order.choice() instanceof VmidChoice.Free(var free, var _) ? free : null;
    return new MemberForm(
        order.cluster().value(),
        order.guestKind().wire(),
        order.node(),
        range == null ? order.vmid() : null,
        range == null ? null : range.first(),
        range == null ? null : range.last(),
        order.action(),
        order.terms(),
        member.team() == null ? null : member.team().value());
  }

  private Member member() {
    return new Member(
        new GuestOrder(
            new ClusterName(cluster),
            GuestKind.valueOf(guestKind.toUpperCase(Locale.ROOT)),
            node,
            choice(),
            action,
            terms),
        team == null ? null : new TeamName(team));
  }

  private VmidChoice choice() {
    if (vmid != null) {
      return new VmidChoice.Given(vmid);
    }
    if (from == null || to == null) {
      throw new IllegalStateException("a member of a group has neither a VMID nor a range");
    }
    return new VmidChoice.Free(new VmidRange(from, to), Set.of());
  }
}
