package direttore.domain.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 GiB",
    "1048576,1 MiB",
    "536870912,512 MiB",
    "1073741824,1 GiB",
    "1610612736,1.5 GiB",
    "137438953472000,128000 GiB"
  })
  void areInGibibytesFromOneOn(long bytes, String words) {
    assertThat(SizeWords.of(bytes)).isEqualTo(words);
  }

  @Test
  void sayWhatTheyAreToTheHundredth() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      var bytes = random.nextLong(1, 1L << random.nextInt(1, 50));
      var parts = SizeWords.of(bytes).split(" ", 2);
      var unit = parts[1].equals("GiB") ? 1L << 30 : 1L << 20;
      var said = new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(unit)).doubleValue();

      assertThat(Math.abs(said - bytes))
          .as(SizeWords.of(bytes))
          .isLessThanOrEqualTo(unit * 0.00501);
    }
  }
}
