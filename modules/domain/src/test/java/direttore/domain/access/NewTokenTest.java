package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTokenTest {
  private static final Actor ANA =
      new Actor(
          UUID.randomUUID(),
          "ana",
          "Ana",
          List.of(Grant.everywhere(Role.USER)),
          Set.of(),
          Actor.Via.SESSION);

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t", "a\nb", "a\u0000", "a\u2028b", "a\u202eb", "\u2003"})
  void aNameIsSomethingToReadOnOneLine(String name) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new TokenName(name))
        .satisfies(e -> assertThat(e.field()).isEqualTo("name"));
  }

  @Test
  void aNameHasAHundredCharactersAtMost() {
    assertThat(new TokenName("\ud83d\udd11".repeat(100)).value()).hasSize(200);

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new TokenName("x".repeat(101)))
        .withMessage("name must have 1 to 100 characters");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new TokenName("x".repeat(5000)));
  }

  @Test
  void blanksAroundANameAreNotOfIt() {
    assertThat(new TokenName("  the ci of the lab ").value()).isEqualTo("the ci of the lab");
  }

  @Test
  void aTokenMayNoMoreThanItsOwnerAndForAYearAtMost() {
    var name = new TokenName("ci");

    assertThat(new NewToken(ANA, name, Role.USER, 366).life()).hasDays(366);
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new NewToken(ANA, name, Role.OPERATOR, 367))
        .withMessage("role must be no more than user, the role of ana; days must be 1 to 366");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new NewToken(ANA, name, Role.VIEWER, 0));
  }
}
