package direttore.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpidTest {
  @Test
  void tellsNodeTypeSubjectUserAndStart() {
    var upid = new Upid("UPID:pve1:00000056:0003B9C0:6B03C2AB:qmcreate:100:root@pam!direttore:");

    assertThat(upid.node()).isEqualTo(new NodeName("pve1"));
    assertThat(upid.type()).isEqualTo("qmcreate");
    assertThat(upid.subject()).isEqualTo("100");
    assertThat(upid.user()).isEqualTo("root@pam!direttore");
    assertThat(upid.started()).isEqualTo(Instant.ofEpochSecond(0x6B03C2ABL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPID:pve1:00000056:0003B9C0:6B03C2AB:vncshell::root@pam:",
        "UPID:pve1:00000056:1F003B9C0:6B03C2AB:imgdel:999@local:root@pam:"
      })
  void emptyAndCompoundSubjectsAndLongStartsAreUpids(String text) {
    assertThat(new Upid(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UPID",
        "UPID:pve1:56:3:6B:x:100:root@pam:",
        "UPID:../x:00000056:0003B9C0:6B03C2AB:q:1:r:"
      })
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> new Upid(text));
  }

  @Test
  void warningsAreSuccess() {
    assertThat(TaskEnd.of("OK").success()).isTrue();
    assertThat(TaskEnd.of("WARNINGS: 2")).isEqualTo(new TaskEnd.Warnings(2));
    assertThat(TaskEnd.of("WARNINGS: 2").success()).isTrue();
    assertThat(TaskEnd.of("unexpected status").success()).isFalse();
    assertThat(TaskEnd.of("received interrupt"))
        .isEqualTo(new TaskEnd.Failed("received interrupt"));
  }
}
