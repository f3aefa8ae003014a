package direttore.api.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResourceBodyTest {
  private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");

  private static final Resource OUT =
      new Resource(
          3,
          ResourceKind.DEVICE,
          ClusterName.MAIN,
          "sw3",
          new TreeSet<>(),
          Capacity.WHOLE_ONLY,
          Amount.NONE,
          null,
          "fan",
          NINE);

  private static ResourceChange back(String when) {
    var body = JsonMapper.builder().build().createObjectNode().put("expected_back", when);
    return ResourceBody.change(body, OUT, ZoneOffset.UTC, NINE.plusSeconds(3600));
  }

  @Test
  void takesNoReturnInThePastButTheOneThatItHas() {
    assertThat(back("2027-03-01T09:00:00Z").expectedBack()).isEqualTo(NINE);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> back("2027-03-01T09:30:00Z"));
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> back("2027-03-01T10:00:00Z"));
    assertThat(back("2027-03-01T10:00:01Z").expectedBack()).isEqualTo(NINE.plusSeconds(3601));
  }
}
