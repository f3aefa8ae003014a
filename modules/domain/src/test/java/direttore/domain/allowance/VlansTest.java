package direttore.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.Vlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VlansTest {

  @Test
  void areTagsRangesAndNone() {
    var vlans = new Vlans(List.of("untagged", "100-199", "300"));

    assertThat(vlans.allow(null)).isTrue();
    assertThat(vlans.allow(new Vlan(100))).isTrue();
    assertThat(vlans.allow(new Vlan(199))).isTrue();
    assertThat(vlans.allow(new Vlan(300))).isTrue();
    assertThat(vlans.allow(new Vlan(99))).isFalse();
    assertThat(vlans.allow(new Vlan(200))).isFalse();
  }

  @Test
  void withoutUntaggedTakeNoNicWithoutATag() {
    assertThat(new Vlans(List.of("1-4094")).allow(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "4095", "1-4095", "200-100", "all", "1-", "-1", "1,2", "01"})
  void areNothingElse(String item) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new Vlans(List.of(item)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("vlans"));
  }
}
