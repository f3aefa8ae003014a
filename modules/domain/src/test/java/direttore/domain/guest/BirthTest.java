package direttore.domain.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.Birth.Likeness;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BirthTest {
  private static Birth vm(long ctime, String generation) {
    return Birth.of(
        Map.of("meta", "creation-qemu=9.2.0,ctime=" + ctime, "vmgenid", generation, "cores", 2));
  }

  private static Birth container(String card) {
    return Birth.of(Map.of("net0", "name=eth0,bridge=vmbr0,hwaddr=" + card + ",type=veth"));
  }

  @Test
  void aVmIsTheSameWhileItsTimeOfMakingIs() {
    assertThat(vm(1_700_000_000, "a").likeness(vm(1_700_000_000, "b"))).isEqualTo(Likeness.SAME);
    assertThat(vm(1_700_000_000, "a").likeness(vm(1_700_000_001, "a"))).isEqualTo(Likeness.OTHER);
  }

  private static Birth clone(String generation, String card) {
    return Birth.of(
        Map.of(
            "meta",
            "creation-qemu=9.2.0,ctime=1700000000",
            "vmgenid",
            generation,
            "net0",
            "virtio=%s,bridge=vmbr0".formatted(card)));
  }

  @Test
  void clonesThatBearTheTimeOfTheirTemplateAreToldApart() {
    var before = clone("a", "BC:24:11:00:00:01");

    assertThat(before.likeness(clone("b", "BC:24:11:00:00:02"))).isEqualTo(Likeness.OTHER);
    // Rolled back, and with another card.
    assertThat(before.likeness(clone("b", "BC:24:11:00:00:01"))).isEqualTo(Likeness.SAME);
    assertThat(before.likeness(clone("a", "BC:24:11:00:00:02"))).isEqualTo(Likeness.SAME);
  }

  @Test
  void aContainerIsKnownByACard() {
    var before = container("BC:24:11:00:00:01");

    assertThat(before.likeness(container("bc:24:11:00:00:01"))).isEqualTo(Likeness.SAME);
    assertThat(before.likeness(container("BC:24:11:00:00:02"))).isEqualTo(Likeness.UNCERTAIN);
  }

  @Test
  void nothingProvesNothing() {
    assertThat(Birth.of(Map.of()).likeness(Birth.of(Map.of()))).isEqualTo(Likeness.UNCERTAIN);
    assertThat(Birth.of(Map.of("meta", "creation-qemu=9.2.0")).created()).isNull();
  }
}
