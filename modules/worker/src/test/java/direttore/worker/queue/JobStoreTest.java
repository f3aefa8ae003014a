package direttore.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.store.Database;
import direttore.store.TestDatabase;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobStoreTest {
  private final Database database = Database.open(TestDatabase.address(), 10);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aStartThatBreaksOffWhileTablesAreMadeDoesNotHinderTheNext() {
    for (var calls : new int[] {10, 25, 50}) {
      var fickle = new FickleSource();
      fickle.awayAfter(calls);
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> JobStore.over(fickle.over(database.pool())));
    }

    try (var store = JobStore.over(database.pool())) {
      assertThat(store.storage().countJobs(StateName.ENQUEUED)).isZero();
    }
  }

  @Test
  void severalProcessesMayStartAtOnce() throws Exception {
    Callable<JobStore> start = () -> JobStore.over(database.pool());
    try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts = new ArrayList<Callable<JobStore>>();
      for (var i = 0; i < 3; i++) {
        starts.add(start);
      }
      for (var started : processes.invokeAll(starts)) {
        try (var store = started.get()) {
          assertThat(store.storage().countJobs(StateName.ENQUEUED)).isZero();
        }
      }
    }
  }
}
