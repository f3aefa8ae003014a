package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.20.0.10-10.20.0.50, 10.20.0.10-10.20.0.50",
    "10.20.0.0 - 10.20.0.255, 10.20.0.0/24",
    "10.20.0.0/24, 10.20.0.0/24",
    "10.20.0.7/32, 10.20.0.7",
    "10.20.0.7, 10.20.0.7",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8::/64, 2001:db8::/64",
    "2001:db8::-2001:db8::ff, 2001:db8::/120",
    "2001:db8:0:1:0:0:0:1-2001:db8:0:1:0:0:0:3, 2001:db8:0:1::1-2001:db8:0:1::3",
    "::1, ::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "fe80::, fe80::",
  })
  void theSameAddressesAreCalledTheSame(String text, String name) {
    assertThat(AddressRange.parse(text)).hasToString(name);
    assertThat(AddressRange.parse(name)).isEqualTo(AddressRange.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.20",
        "localhost",
        "10.20.0.300",
        "10.20.0.1/33",
        "10.20.0.1/24",
        "10.20.0.0/",
        "10.20.0.9-10.20.0.1",
        "10.20.0.1-::1",
        "fe80::1%eth0",
        "10.0.0.0/8",
        "2001:db8::/48",
        "0.0.0.0/0",
        "10.20.0.1-10.20.0.2-10.20.0.3",
        "10.20.0.0/-1",
        "10.20.0.0/99999999999"
      })
  void whatAreNoAddressesOrTooManyIsRefused(String text) {
    var refusal = catchThrowableOfType(Refusal.Invalid.class, () -> AddressRange.parse(text));

    assertThat(refusal).isNotNull();
    assertThat(refusal.field()).isEqualTo("addresses");
  }

  @Test
  void theyStandInPostgresWithBothEnds() {
    assertThat(AddressRange.parse("10.20.0.0/30").interval()).isEqualTo("[10.20.0.0,10.20.0.3]");
  }
}
