package direttore.domain.group;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is ordered.
 *
 * @param wave how many of its operations may be under way at once
 * @param starts whether the guests are started once all that was ordered has ended
 */
public record NewGroup(String title, List<Ordered> members, boolean starts, int wave) {

  /**
   * One order of it.
   *
   * @param refusal why it cannot be carried out, or null
   */
  public record Ordered(
      GuestOrder order,
      @Nullable TeamName team,
      GuestSecrets secrets,
      Operation.@Nullable Failure refusal) {}

  public NewGroup {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > Group.MOST_MEMBERS) {
      throw new Refusal.Invalid("members", "must be 1 to %d".formatted(Group.MOST_MEMBERS));
    }
  }
}
