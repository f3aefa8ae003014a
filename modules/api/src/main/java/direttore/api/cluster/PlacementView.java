package direttore.api.cluster;

import direttore.domain.provision.Candidates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes can take a guest, in answers.
 *
 * @param choice the node to take without another preference; null where none can take it
 */
record PlacementView(List<Candidate> nodes, @Nullable Choice choice) {
  /** A node, and why it cannot take the guest, or null. */
  record Candidate(
      String node,
      boolean possible,
      @Nullable String obstacle,
      boolean fits,
      @Nullable String storage,
      RoomView room) {
    static Candidate of(Candidates.Candidate candidate) {
      return new Candidate(
          candidate.node().value(),
          candidate.possible(),
          candidate.obstacle(),
          candidate.fits(),
          candidate.storage(),
          RoomView.of(candidate.room()));
    }
  }

  /** A node and why it is the best. */
  record Choice(String node, String reason) {}

  static PlacementView of(Candidates.Answer answer) {
    var choice = answer.choice();
    return new PlacementView(
        answer.candidates().stream().map(Candidate::of).toList(),
        choice == null ? null : new Choice(choice.node().value(), choice.reason()));
  }
}
