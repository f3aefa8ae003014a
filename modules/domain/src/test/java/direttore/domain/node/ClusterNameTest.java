package direttore.domain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterNameTest {
  @Test
  void theOneOfNoNameIsCalledMain() {
    assertThat(ClusterName.MAIN).hasToString("main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Main", "-lab", "a/b", "a b", "lab.1", "straße"})
  void whatCouldNotStandInASubjectIsNoName(String name) {
    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> new ClusterName(name));
  }
}
