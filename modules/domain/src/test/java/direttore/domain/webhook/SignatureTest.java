package direttore.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /** By {@code printf '%s' '1772355600.{"id":1}' | openssl dgst -sha256 -hmac whsec_x}. */
  @Test
  void isWhatOpensslComputes() {
    assertThat(Signature.of("whsec_x", Instant.ofEpochSecond(1772355600), "{\"id\":1}"))
        .isEqualTo(
            "t=1772355600,v1=629c0b5de4cb7912284fc06171f99c0d83cc2d16e4c169418a5b4dcf77c80f66");
  }

  @Test
  void tenTriesEndWithinADay() {
    var pauses =
        IntStream.rangeClosed(1, 9)
            .mapToObj(DeliveryTries::after)
            .map(pause -> pause.orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(pauses).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(DeliveryTries.after(10)).isEmpty();
  }
}
