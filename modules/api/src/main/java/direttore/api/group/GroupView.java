package direttore.api.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import direttore.domain.group.Group;
import direttore.domain.group.GroupProgress;
import direttore.domain.group.Member;
import direttore.domain.group.MemberState;
import direttore.domain.group.Stage;
import direttore.domain.group.Want;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.VmidChoice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A group in answers.
 *
 * @param kind what is ordered of its first member
 * @param then what follows once all that was ordered has ended, or null
 * @param members absent in lists
 */
record GroupView(
    UUID id,
    String title,
    String kind,
    String status,
    String requestedBy,
    int wave,
    @Nullable String then,
    Counts counts,
    Instant created,
    @Nullable Instant finished,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MemberView> members) {

  /** How many members are how far. */
  record Counts(
      int total,
      int waiting,
      int queued,
      int running,
      int succeeded,
      int failed,
      int cancelled,
      int refused) {
    static Counts of(GroupProgress progress) {
      var counts = progress.counts();
      return new Counts(
          progress.group().size(),
          counts.getOrDefault(MemberState.WAITING, 0),
          counts.getOrDefault(MemberState.QUEUED, 0),
          counts.getOrDefault(MemberState.RUNNING, 0),
          counts.getOrDefault(MemberState.SUCCEEDED, 0),
          counts.getOrDefault(MemberState.FAILED, 0),
          counts.getOrDefault(MemberState.CANCELLED, 0),
          counts.getOrDefault(MemberState.REFUSED, 0));
    }
  }

  /** Why a member failed or was refused, in answers. */
  record ReasonView(String type, String message) {}

  /**
   * A member of a group, in answers.
   *
   * @param vmid null while it is not chosen
   * @param name of a guest that is to be made, or null
   * @param operation the latest that does something for it, or null
   */
  record MemberView(
      String kind,
      String node,
      String type,
      @Nullable Integer vmid,
      @Nullable String name,
      String stage,
      String status,
      @Nullable UUID operation,
      @Nullable ReasonView error) {
    static MemberView of(Member member, GroupProgress.Part part) {
      var order = member.order();
      var operation = part.operation();
      var why = part.why();
      var known = order.choice() instanceof VmidChoice.Free ? null : order.vmid().value();
      return new MemberView(
          order.kind(),
          operation == null ? order.node().value() : operation.guest().node().value(),
          order.guestKind().wire(),
          operation == null ? known : Integer.valueOf(operation.guest().vmid().value()),
          name(order.action()),
          part.stage() == Stage.START ? "start" : "order",
          part.state().wire(),
          operation == null ? null : operation.id(),
          why == null ? null : new ReasonView(why.type(), why.message()));
    }

    private static @Nullable String name(GuestAction action) {
      return switch (action) {
        case GuestAction.CreateVm o -> o.vm().name().value();
        case GuestAction.CreateContainer o -> o.container().hostname().value();
        default -> null;
      };
    }
  }

  static GroupView listed(GroupProgress progress) {
    return of(progress, null);
  }

  static GroupView whole(GroupProgress progress, List<Member> members) {
    return of(
        progress,
        IntStream.range(0, members.size())
            .mapToObj(i -> MemberView.of(members.get(i), progress.part(i)))
            .toList());
  }

  private static GroupView of(GroupProgress progress, @Nullable List<MemberView> members) {
    var group = progress.group();
    return new GroupView(
        group.id(),
        group.title(),
        group.kind(),
        status(group),
        group.requestedBy(),
        group.wave(),
        group.starts() ? "start" : null,
        Counts.of(progress),
        group.created(),
        group.finished(),
        members);
  }

  private static String status(Group group) {
    if (group.active()) {
      return group.want() == Want.DONE ? "running" : "cancelling";
    }
    return group.want() == Want.DONE ? "finished" : "cancelled";
  }
}
