package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  private static final PersonName BEN = new PersonName("ben.blue");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "Basketball2024!",
        "liverpool12345",
        "q1w2e3r4t5y6u7i8",
        "Ch3lsea!!!2025",
        "direttore123456",
        "ben.blue.2026!",
        "qwertyuiop12"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> PasswordRule.check("password", password, BEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven blue herons wade", "nine grey geese fly", "Tr4m-Kiosk-Ofen-Wal"})
  void aFewWordsThatNobodyExpectsAreTaken(String password) {
    assertThatCode(() -> PasswordRule.check("password", password, BEN)).doesNotThrowAnyException();
  }
}
