package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.agenda.DutyFailed;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsCheckTest {
  private final Logger logger = Logger.getLogger(RightsCheck.class.getName());
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(handler);
  }

  private Map<String, Set<String>> permissions(int failures) {
    if (attempts.incrementAndGet() <= failures) {
      throw new ProxmoxFailure.Unreachable("Proxmox at pve1 is slow", null);
    }
    return Map.of("/", Set.of("VM.Audit"));
  }

  private static void fails(RightsCheck check) {
    assertThatExceptionOfType(DutyFailed.class)
        .isThrownBy(check::run)
        .withMessage("The account could not be tried: Proxmox at pve1 is slow");
  }

  @Test
  void aClusterThatIsOnlyStartingIsNotWarnedOf() {
    var check = new RightsCheck(() -> permissions(1), "The account");
    fails(check);
    assertThat(lines).isEmpty();

    assertThat(check.run()).isPresent();

    assertThat(lines).singleElement().asString().contains("lacks privileges");
  }

  @Test
  void aClusterThatStaysAwayIsWarnedOfOnce() {
    var check = new RightsCheck(() -> permissions(5), "The account");
    for (int i = 0; i < 5; i++) {
      fails(check);
    }
    assertThat(lines).singleElement().asString().contains("could not be tried");

    check.run();
    check.run();

    assertThat(lines).hasSize(2);
    assertThat(lines.getLast()).contains("lacks privileges");
  }
}
