package direttore.domain.reservation.waiting;

import static direttore.domain.reservation.waiting.Waiting.DAY;
import static direttore.domain.reservation.waiting.Waiting.NOW;
import static direttore.domain.reservation.waiting.Waiting.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OffersTest {
  @Test
  void isKeptForAQuarterOfAnHourButNotUntilShortlyBeforeTheStart() {
    assertThat(Offers.until(NOW, NOW.plusSeconds(7200))).isEqualTo(NOW.plusSeconds(900));
    assertThat(Offers.until(NOW, NOW.plusSeconds(1200))).isEqualTo(NOW.plusSeconds(900));
    assertThat(Offers.until(NOW, NOW.plusSeconds(1199))).isEqualTo(NOW.plusSeconds(899));
    assertThat(Offers.until(NOW, NOW.plusSeconds(600))).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void startsOnFullFiveMinutesWithTimeToAnswer() {
    assertThat(Offers.earliest(NOW)).isEqualTo(NOW.plusSeconds(600));
    assertThat(Offers.earliest(NOW.plusSeconds(1))).isEqualTo(NOW.plusSeconds(900));
    assertThat(Offers.earliest(NOW.plusSeconds(299))).isEqualTo(NOW.plusSeconds(900));
  }

  @Test
  void aWishIsTooLateOnceNoOfferWouldFit() {
    var wish = wish("ana", Window.of(NOW, Duration.ofHours(2)), Duration.ofHours(1));

    assertThat(wish.tooLate(NOW.plusSeconds(3000))).isFalse();
    assertThat(wish.tooLate(NOW.plusSeconds(3001))).isTrue();
    assertThat(wish.at(DAY).phase()).isEqualTo(Phase.OFFERED);
  }

  @Test
  void aWishFitsInItsTimeAndThatIsBounded() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> wish("ana", DAY, Duration.ofHours(25)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("minutes"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> wish("ana", Window.of(NOW, Duration.ofDays(93)), Duration.ofHours(1)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("until"));
  }
}
