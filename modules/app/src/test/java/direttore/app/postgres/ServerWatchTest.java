package direttore.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.app.start.StartRefusal.Broken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ServerWatchTest {
  private final List<Broken> lost = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger starts = new AtomicInteger();

  @Test
  void aServerThatRunsIsLeftAlone() {
    var looks = new AtomicInteger();
    try (var watch = ServerWatch.over(() -> looks.incrementAndGet() > 0, this::start, lost::add)) {
      await().until(() -> looks.get() > 1);

      assertThat(watch).isNotNull();
      assertThat(starts).hasValue(0);
    }
  }

  @Test
  void aServerThatEndsAgainAndAgainIsGivenUp() {
    try (var watch = ServerWatch.over(() -> false, this::start, lost::add)) {
      await().until(() -> !lost.isEmpty());

      assertThat(watch).isNotNull();
      assertThat(starts).hasValue(5);
      assertThat(lost).singleElement().extracting(Broken::exitCode).isEqualTo(1);
    }
  }

  private boolean start() {
    return starts.incrementAndGet() > 0;
  }
}
