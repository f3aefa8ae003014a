package direttore.domain.group;

import direttore.domain.operation.Operation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How far a group is, by what is stored of it. */
public final class GroupProgress {
  private final Group group;
  private final Map<Slot, GroupOperation> operations = new HashMap<>();
  private final Map<Slot, Operation.Failure> refusals = new HashMap<>();

  /** One stage of one member. */
  private record Slot(int member, Stage stage) {
    static Slot of(GroupKey key) {
      return new Slot(key.member(), key.stage());
    }
  }

  /**
   * @param operations those of the group
   * @param refusals why an order of it was refused
   */
  public GroupProgress(
      Group group,
      Collection<GroupOperation> operations,
      Map<GroupKey, Operation.Failure> refusals) {
    this.group = group;
    operations.forEach(o -> this.operations.put(Slot.of(o.key()), o));
    refusals.forEach((key, why) -> this.refusals.put(Slot.of(key), why));
  }

  public Group group() {
    return group;
  }

  /**
   * A member as it is.
   *
   * @param operation the latest of it, or null
   * @param why it failed or was refused, or null
   */
  public record Part(
      Stage stage,
      MemberState state,
      @Nullable GroupOperation operation,
      Operation.@Nullable Failure why) {}

  /** A member as it is. */
  public Part part(int member) {
    var latest = part(member, Stage.ORDER);
    return latest.state() == MemberState.SUCCEEDED && group.starts()
        ? part(member, Stage.START)
        : latest;
  }

  private Part part(int member, Stage stage) {
    var slot = new Slot(member, stage);
    var operation = operations.get(slot);
    if (operation != null) {
      // One that takes back what it did knows why already, and has not ended.
      var why = operation.state().active() ? null : operation.error();
      return new Part(stage, MemberState.of(operation.state()), operation, why);
    }
    var refusal = refusals.get(slot);
    if (refusal != null) {
      return new Part(stage, MemberState.REFUSED, null, refusal);
    }
    var state =
        group.want() == Want.CANCELLED || !group.active()
            ? MemberState.CANCELLED
            : MemberState.WAITING;
    return new Part(stage, state, operations.get(new Slot(member, Stage.ORDER)), null);
  }

  /** How many members are in each state; those that are in none are left out. */
  public Map<MemberState, Integer> counts() {
    var counts = new EnumMap<MemberState, Integer>(MemberState.class);
    members().forEach(member -> counts.merge(part(member).state(), 1, Integer::sum));
    return counts;
  }

  /** The operation that does this for the member, if there is one. */
  Optional<GroupOperation> operation(int member, Stage stage) {
    return Optional.ofNullable(operations.get(new Slot(member, stage)));
  }

  /** The members that have neither an operation of the stage nor a refusal, in their order. */
  List<Integer> due(Stage stage) {
    return members()
        .filter(member -> stage == Stage.ORDER || succeeded(member))
        .filter(member -> !operations.containsKey(new Slot(member, stage)))
        .filter(member -> !refusals.containsKey(new Slot(member, stage)))
        .boxed()
        .toList();
  }

  private boolean succeeded(int member) {
    return operation(member, Stage.ORDER)
        .filter(o -> o.state() == Operation.State.SUCCEEDED)
        .isPresent();
  }

  /** How many operations are under way. */
  int active() {
    return (int) operations.values().stream().filter(o -> o.state().active()).count();
  }

  private IntStream members() {
    return IntStream.range(0, group.size());
  }
}
