package direttore.domain.operation;

import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestSecrets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order by someone, about to become an operation.
 *
 * @param team the team that shall have a new guest too, or null
 * @param retry what is known of an earlier operation with the same order, or null
 * @param membership the part of a group that it does, or null
 */
public record Submission(
    Order order,
    GuestSecrets secrets,
    Submitter by,
    @Nullable TeamName team,
    @Nullable Retry retry,
    @Nullable Membership membership) {

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

  /** A submission that repeats none, of what nobody else gets. */
  public Submission(Order order, GuestSecrets secrets, Submitter by) {
    this(order, secrets, by, null, null);
  }

  /** A submission that belongs to no group. */
  public Submission(
      Order order,
      GuestSecrets secrets,
      Submitter by,
      @Nullable TeamName team,
      @Nullable Retry retry) {
    this(order, secrets, by, team, retry, null);
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
        .map(pending ->
            done.stream()
                .filter(step -> step.key().equals(pending.key()))
                .findFirst()
                .orElse(pending))
        .toList();
  }
}
