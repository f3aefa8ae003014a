package direttore.domain.group;

import java.util.List;

/**
 * Decides what comes next in a group, from what is stored of it alone. Whoever asks at whatever
 * moment gets an answer that is right to follow: what an older answer says is a part of what was
 * done since.
 */
public final class Steward {
  private Steward() {}

  /** What is to be done now. */
  public static Decision decide(GroupProgress progress) {
    var group = progress.group();
    var active = progress.active();
    if (!group.active()) {
      return new Decision.Await();
    }
    if (group.want() == Want.CANCELLED) {
      return active > 0 ? new Decision.Await() : new Decision.End();
    }
    for (var stage : group.stages()) {
      var due = progress.due(stage);
      if (!due.isEmpty()) {
        return next(group, stage, due, group.wave() - active);
      }
      if (active > 0) {
        return new Decision.Await();
      }
    }
    return new Decision.End();
  }

  private static Decision next(Group group, Stage stage, List<Integer> due, int room) {
    return room <= 0
        ? new Decision.Await()
        : new Decision.Submit(
            due.stream()
                .limit(room)
                .map(member -> new GroupKey(member, group.round(), stage, 0))
                .toList());
  }
}
