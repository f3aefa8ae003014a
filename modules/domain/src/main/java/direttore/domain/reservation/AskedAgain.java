package direttore.domain.reservation;

import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Optional;

/** How a booking that was refused is understood where somebody asks for it again. */
public interface AskedAgain {
  /** Of what brings nothing into being, or cannot bring it elsewhere. */
  AskedAgain SAME =
      new AskedAgain() {
        @Override
        public Optional<List<ClaimRequest>> on(NodeName other, NodeName instead) {
          return Optional.empty();
        }

        @Override
        public Margins later(Margins asked) {
          return asked;
        }
      };

  /**
   * What it claims with another node wherever it names the one; empty where what it brings cannot
   * be made there.
   *
   * @param instead the one
   */
  Optional<List<ClaimRequest>> on(NodeName other, NodeName instead);

  /**
   * What it holds around its window where there is time enough to make what it brings.
   *
   * @param asked what it was to hold
   */
  Margins later(Margins asked);
}
