package direttore.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private static final String FORGED = "2026-01-01 00:00:00 SEVERE forged";

  private static String logged(String message, String cause) {
    var logged = new LogRecord(Level.WARNING, message);
    logged.setThrown(new IllegalStateException(cause));
    return new LogLines().format(logged);
  }

  @Test
  void nothingInARecordPassesForAnother() {
    for (var end : new String[] {"\n", "\r", "\r\n", "\u2028", "\u0085"}) {
      var lines = logged("who is a" + end + FORGED, "why" + end + FORGED);

      assertThat(lines).endsWith(System.lineSeparator());
      assertThat(lines.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
      assertThat(lines.split("[\n\r\u2028\u0085]"))
          .noneMatch(line -> line.startsWith("2026-01-01"));
    }
  }

  @Test
  void noRecordIsLongerThanIsOfUse() {
    assertThat(logged("x".repeat(250_000), "y".repeat(250_000))).hasSizeLessThan(100_000);
    assertThat(logged("x\n".repeat(100_000), "y")).hasSizeLessThan(100_000);
  }
}
