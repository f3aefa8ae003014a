package direttore.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobServerTest {
  @Test
  void worksAgainAfterTheDatabaseWasAway() throws Exception {
    var fickle = new FickleSource();
    var ran = new LinkedBlockingQueue<UUID>();
    try (var database = TestDatabase.migrated();
        var store = JobStore.over(fickle.over(database.pool()));
        var server = JobServer.start(store, ran::add, 10, Clock.systemUTC())) {
      fickle.away(true);
      await().atMost(Duration.ofMinutes(2)).until(() -> !server.running());
      fickle.away(false);
      var operation = UUID.randomUUID();
      new JobRunrQueue(store, server::wake, Clock.systemUTC()).enqueue(operation);

      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> {
            server.keepUp();
            return server.running();
          });

      assertThat(ran.poll(30, TimeUnit.SECONDS)).isEqualTo(operation);
    }
  }
}
