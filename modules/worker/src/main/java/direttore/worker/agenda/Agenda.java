package direttore.worker.agenda;

import direttore.domain.Refusal;
import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyBook;
import direttore.domain.agenda.DutyState;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All that a process does periodically, by one clock; each duty on a thread of its own. */
public final class Agenda implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Agenda.class.getName());
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final DutyBook lab;
  private final DutyBook own = new ProcessDuties();
  private final Time time;
  private final Executor runs;
  private final Runnable stop;
  private final Signal changed;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /**
   * An agenda whose clock somebody else looks at.
   *
   * @param lab the duties that are done once for all processes
   */
  Agenda(DutyBook lab, Time time, Executor runs) {
    this(lab, time, runs, () -> {});
  }

  private Agenda(DutyBook lab, Time time, Executor runs, Runnable stop) {
    this.lab = lab;
    this.time = time;
    this.runs = runs;
    this.stop = stop;
    this.changed = time.signal();
  }

  /**
   * Begins to look at the clock.
   *
   * @param lab the duties that are done once for all processes
   */
  public static Agenda start(DutyBook lab, Time time) {
    var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("duty-", 0).factory());
    var agenda = new Agenda(lab, time, threads, () -> stop(threads));
    Thread.ofVirtual().name("agenda").start(agenda::run);
    return agenda;
  }

  private static void stop(ExecutorService threads) {
    threads.shutdownNow();
    try {
      // What they use is closed next.
      var _ = threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has it do something from now on; each duty has a name of its own. */
  public void add(Duty duty) {
    if (entries.stream().anyMatch(entry -> entry.name().equals(duty.name()))) {
      throw new IllegalArgumentException("the duty %s is there already".formatted(duty.name()));
    }
    var book = duty.scope() == Duty.Scope.LAB ? lab : own;
    entries.add(new Entry(duty, book, time, () -> closed));
    changed.raise();
  }

  /** How it goes with all duties of the lab, where that can be read, and of this process. */
  public List<DutyState> states() {
    return Stream.concat(labStates().stream(), own.all().stream()).toList();
  }

  private List<DutyState> labStates() {
    try {
      return lab.all();
    } catch (Refusal e) {
      return List.of();
    }
  }

  /** Begins what is due; answers how long nothing else is. */
  Duration look() {
    for (var entry : entries) {
      if (!closed && entry.begin()) {
        begin(entry);
      }
    }
    return entries.stream().map(Entry::left).min(Duration::compareTo).orElse(IDLE);
  }

  private void begin(Entry entry) {
    try {
      runs.execute(() -> {
        entry.run();
        changed.raise();
      });
    } catch (RuntimeException e) {
      entry.notBegun();
      throw e;
    }
  }

  /** Whatever happens, the other duties go on. */
  private Duration looked() {
    try {
      return look();
    } catch (RuntimeException e) {
      LOG.log(closed ? Level.DEBUG : Level.WARNING, "the agenda is looked at again", e);
      return AGAIN;
    }
  }

  private void run() {
    try {
      while (!closed) {
        changed.await(looked());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    changed.raise();
    stop.run();
  }
}
