package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Duration;
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
  private static final Duration SOON = Duration.ofMillis(10);
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

  @Test
  void aClusterThatIsOnlyStartingIsNotWarnedOf() {
    try (var check = RightsCheck.start(() -> permissions(1), "The account", SOON)) {
      await().until(() -> !lines.isEmpty());

      assertThat(check).isNotNull();
      assertThat(lines).singleElement().asString().contains("lacks privileges");
    }
  }

  @Test
  void aClusterThatStaysAwayIsWarnedOfOnce() {
    try (var check = RightsCheck.start(() -> permissions(5), "The account", SOON)) {
      await().until(() -> lines.size() == 2);

      assertThat(check).isNotNull();
      assertThat(lines.getFirst()).contains("could not be tried");
      assertThat(lines.getLast()).contains("lacks privileges");
      assertThat(attempts).hasValue(6);
    }
  }
}
