package direttore.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.access.password.Argon2Passwords.Cost;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {
  private final Argon2Passwords passwords = new Argon2Passwords(new Cost(64, 1));

  @Test
  void knowsThePasswordAgainAndNoOther() {
    var hash = passwords.hash("a few words nobody expects");

    assertThat(passwords.matches("a few words nobody expects", hash)).isTrue();
    assertThat(passwords.matches("a few words nobody expect", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(passwords.hash("the same")).isNotEqualTo(passwords.hash("the same"));
  }

  @Test
  void readsHashesOfOtherCosts() {
    var dear = new Argon2Passwords(new Cost(128, 3)).hash("the same");

    assertThat(passwords.matches("the same", dear)).isTrue();
  }

  /**
   * A value of the reference program: {@code echo -n password | argon2 somesalt -id -t 2 -m 16}.
   */
  @Test
  void agreesWithTheReferenceProgram() {
    var reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(passwords.matches("password", reference)).isTrue();
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThatThrownBy(() -> passwords.matches("x", "plain"))
        .isInstanceOf(IllegalStateException.class);
  }
}
