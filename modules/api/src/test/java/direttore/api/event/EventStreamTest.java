package direttore.api.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicBoolean welcome = new AtomicBoolean(true);
  private final AtomicReference<EventStream> stream = new AtomicReference<>();

  private Thread run(Duration heartbeat) {
    var thread =
        Thread.startVirtualThread(() -> {
          var made = new EventStream(out, heartbeat, welcome::get);
          stream.set(made);
          try {
            made.run(List.of());
          } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    await().until(() -> stream.get() != null);
    return thread;
  }

  @Test
  void showsThatItIsThereWhenNothingHappens() {
    run(Duration.ofMillis(5));

    await().until(() -> out.toString(UTF_8).startsWith(": still here\n\n: still here\n\n"));
    stream.get().end();
  }

  @Test
  void givesNoNumberToWhatCannotBeResumedFrom() {
    run(Duration.ofHours(1));
    stream.get().offer(new Event(0, "cluster", "pve1"));

    await().until(() -> out.size() > 0);
    assertThat(out.toString(UTF_8))
        .isEqualTo("event: cluster\ndata: {\"type\":\"cluster\",\"subject\":\"pve1\"}\n\n");
    stream.get().end();
  }

  @Test
  void endsWhenItsClientIsNoLongerWelcome() throws InterruptedException {
    var thread = run(Duration.ofMillis(5));
    await().until(() -> out.size() > 0);

    welcome.set(false);

    assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void endsAtOnceWhenItIsToldTo() throws InterruptedException {
    var thread = run(Duration.ofHours(1));

    stream.get().end();

    assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
  }
}
