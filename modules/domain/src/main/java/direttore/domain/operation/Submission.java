package direttore.domain.operation;

import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order by someone, about to become an operation.
 *
 * @param team the team that shall have a new guest too, or null
 * @param terms under what it is carried out
 * @param retry what is known of an earlier operation with the same order, or null
 */
public record Submission(
    Order order,
    GuestKind guestKind,
    NodeName node,
    VmidChoice vmid,
    GuestSecrets secrets,
    Submitter by,
    @Nullable TeamName team,
    Terms terms,
    @Nullable Retry retry) {

  /**
   * An earlier operation, whose order this repeats.
   *
   * @param of its id
   * @param secretNames the secret fields that came with it
   * @param done its first steps, which need not be done again
   */
  public record Retry(UUID of, List<String> secretNames, List<Step> done) {
    public Retry {
      secretNames = List.copyOf(secretNames);
      done = List.copyOf(done);
    }
  }

  /** A submission that repeats none, about a guest that nobody else gets. */
  public Submission(
      Order order,
      GuestKind guestKind,
      NodeName node,
      VmidChoice vmid,
      GuestSecrets secrets,
      Submitter by) {
    this(order, guestKind, node, vmid, secrets, by, null, Terms.USUAL, null);
  }

  /** A submission for a guest that a team shall have too, or that repeats an earlier one. */
  public Submission(
      Order order,
      GuestKind guestKind,
      NodeName node,
      VmidChoice vmid,
      GuestSecrets secrets,
      Submitter by,
      @Nullable TeamName team,
      @Nullable Retry retry) {
    this(order, guestKind, node, vmid, secrets, by, team, Terms.USUAL, retry);
  }

  @Nullable UUID retryOf() {
    return retry == null ? null : retry.of();
  }

  List<String> secretNames() {
    return retry == null ? secrets.names() : retry.secretNames();
  }

  /** The steps of its operation: what is done already, and the rest pending. */
  List<Step> steps() {
    var done = retry == null ? List.<Step>of() : retry.done();
    return order.steps().stream()
        .map(name ->
            done.stream()
                .filter(step -> step.name() == name)
                .findFirst()
                .orElseGet(() -> Step.pending(name)))
        .toList();
  }
}
