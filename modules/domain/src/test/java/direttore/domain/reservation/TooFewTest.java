package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import direttore.domain.Refusal;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Any of several, where there are fewer. */
class TooFewTest {
  private static ClaimRequest.AnyOf any(ResourceKind kind, int count, String... tags) {
    return new ClaimRequest.AnyOf(kind, new TreeSet<>(List.of(tags)), null, count);
  }

  @Test
  void whatThereIsNoneOfIsUnknown() {
    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() -> any(ResourceKind.VLAN, 1, "lab").requireEnough("claims[0]", 0))
        .withMessage("There is no VLAN with the tag lab, and 1 is asked for.");
  }

  @Test
  void moreThanThereAreCannotBeHad() {
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> any(ResourceKind.DEVICE, 4).requireEnough("claims[0]", 3))
        .withMessage("There are 3 devices, and 4 are asked for.");
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> any(ResourceKind.VLAN, 2, "a", "b").requireEnough("claims[0]", 1))
        .withMessage("There is 1 VLAN with the tags a, b, and 2 are asked for.");
  }

  @Test
  void enoughIsEnough() {
    assertThatNoException()
        .isThrownBy(() -> any(ResourceKind.DEVICE, 3).requireEnough("claims[0]", 3));
  }
}
