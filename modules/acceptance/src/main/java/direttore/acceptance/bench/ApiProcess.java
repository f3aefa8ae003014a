package direttore.acceptance.bench;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.event.EventTeller;
import direttore.store.operation.Safe;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.PgReservations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own that does what an API process does between the request and the answer: it
 * has the pool of connections, the decision, the bells and the events of one. It is told line by
 * line what to do, and answers when that is done.
 */
final class ApiProcess {
  /** As many as the program has for reservations. */
  private static final int CONNECTIONS = 6;

  private static final int DAYS = 10;
  private static final Submitter BY = new Submitter(Actor.ANYBODY, null, List.of());
  private final Database database;
  private final PgReservations reservations;
  private final Instant morning;

  private ApiProcess(Database database, Instant morning) {
    var safe = new Safe(new byte[Safe.KEY_BYTES]);
    var clock = Clock.systemUTC();
    this.database = database;
    this.morning = morning;
    this.reservations =
        new PgReservations(
            database,
            safe,
            clock,
            UUID::randomUUID,
            new LifeConsequences(safe, vmid -> Optional.empty(), clock, UUID::randomUUID));
  }

  /**
   * Runs until its input ends.
   *
   * @param given the database's address, user and password, and the first morning in seconds
   */
  public static void main(String[] given) throws Exception {
    var address = new DatabaseAddress(given[0], given[1], given[2]);
    try (var database = Database.open(address, CONNECTIONS);
        var _ = EventTeller.start(database);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var morning = Instant.ofEpochSecond(Long.parseLong(given[3]));
      var process = new ApiProcess(database, morning);
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(process.done(line.split(" ")));
      }
    }
  }

  private String done(String[] words) throws Exception {
    var writers = Integer.parseInt(words[1]);
    return switch (words[0]) {
      case "insert" -> wrote(writers, words, this::insert);
      case "decide" -> decided(writers, words);
      case "equal" -> equal(writers, Instant.ofEpochSecond(Long.parseLong(words[2])), words[3]);
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  /** What one request came to: its letter stands in {@link Answers}. */
  private interface Work {
    String once(Random random);
  }

  /** For so many milliseconds; each answer is a line of a file. */
  private String wrote(int writers, String[] words, Work work) throws Exception {
    var end = System.nanoTime() + Duration.ofMillis(Long.parseLong(words[2])).toNanos();
    var cpu = cpu();
    var parts = new ArrayList<Future<List<String>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < writers; i++) {
        var random = new Random(System.nanoTime() + i);
        parts.add(threads.submit(() -> write(random, end, work)));
      }
    }
    var all = new ArrayList<String>();
    for (var part : parts) {
      all.addAll(part.get());
    }
    var spent = cpu() - cpu;
    Files.write(Path.of(words[3]), all);
    return Long.toString(spent);
  }

  /** The same with how long the decisions themselves took. */
  private String decided(int writers, String[] words) throws Exception {
    try (var recording = new Recording()) {
      recording.enable("direttore.Decision").withThreshold(Duration.ZERO);
      recording.start();
      var first = morning.plus(Duration.ofDays(Long.parseLong(words[4])));
      var spent = wrote(writers, words, random -> decide(first, random));
      recording.stop();
      var answers = Path.of(words[3]);
      var recorded = answers.resolveSibling(answers.getFileName() + ".jfr");
      recording.dump(recorded);
      Files.write(
          answers,
          RecordingFile.readAllEvents(recorded).stream().map(ApiProcess::line).toList(),
          StandardOpenOption.APPEND);
      return spent;
    }
  }

  private static String line(RecordedEvent decision) {
    return "%d %s"
        .formatted(
            decision.getDuration().toNanos(),
            decision.getBoolean("booked") ? Answers.DECIDED_BOOKED : Answers.DECIDED_REFUSED);
  }

  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private List<String> write(Random random, long end, Work work) {
    var lines = new ArrayList<String>();
    while (System.nanoTime() < end) {
      var start = System.nanoTime();
      var answer = work.once(random);
      lines.add("%d %s".formatted(System.nanoTime() - start, answer));
      if (answer.startsWith(Answers.BOOKED) && random.nextInt(4) == 0) {
        cancel(Long.parseLong(answer.split(" ", -1)[1]));
      }
    }
    return lines;
  }

  private void cancel(long id) {
    try {
      reservations.cancel(id, List.of(), null, null);
    } catch (RuntimeException e) {
      // The database may have been killed.
      System.err.println("not cancelled: " + e.getMessage());
    }
  }

  private String insert(Random random) {
    var from = morning.plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * DAYS)));
    database
        .client()
        .execute()
        .createInsert(
            """
            INSERT INTO plain (title, during)
            VALUES (:title, CAST(:during AS tstzrange))
            """)
        .addParam("title", "lab")
        .addParam("during", "[%s,%s)".formatted(from, from.plusSeconds(7200)))
        .execute();
    return Answers.INSERTED;
  }

  /** Of ten days. What is booked is called off again, one in four, which is not measured. */
  private String decide(Instant first, Random random) {
    var from = first.plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * DAYS)));
    try {
      var booked =
          reservations.book(wanted(Window.of(from, Duration.ofHours(2)), claims(random)), BY);
      return Answers.BOOKED + " " + booked.id();
    } catch (Refusal.ReservationConflict e) {
      return Answers.REFUSED + " " + e.nextFree().size();
    } catch (Refusal.Overloaded e) {
      return Answers.TURNED_AWAY;
    } catch (RuntimeException e) {
      return Answers.FAILED + " " + e.getClass().getSimpleName();
    }
  }

  /** Wholes, shares and any-of. */
  static List<ClaimRequest> claims(Random random) {
    var node = new NodeName("pve" + (1 + random.nextInt(4)));
    var share = Amount.of(1 + random.nextInt(8), 4096, 0);
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> List.of(ClaimRequest.device("sw" + (1 + random.nextInt(8))));
      case 3, 4 -> List.of(ClaimRequest.node(node));
      case 5, 6 -> List.of(any(ResourceKind.NODE, share, 1));
      case 7 -> List.of(any(ResourceKind.DEVICE, null, 2, "rack"), ClaimRequest.share(node, share));
      case 8 -> List.of(any(ResourceKind.NODE, null, 1));
      default -> List.of(ClaimRequest.share(node, share));
    };
  }

  private static ClaimRequest any(
      ResourceKind kind, @Nullable Amount share, int count, String... tags) {
    return new ClaimRequest.AnyOf(kind, new TreeSet<>(List.of(tags)), share, count);
  }

  static NewReservation wanted(Window window, List<ClaimRequest> claims) {
    return NewReservation.booking(
        new Details(
            "lab", "", new Party("ana", null, null), new Where(GuestKind.QEMU, null, null), false),
        new Times(window, ZoneOffset.UTC),
        claims);
  }

  /** The same request by all at once: how many had it. */
  private String equal(int writers, Instant from, String device) throws IOException {
    var wanted = wanted(Window.of(from, Duration.ofHours(1)), List.of(ClaimRequest.device(device)));
    var booked = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < writers; i++) {
        threads.execute(() -> {
          try {
            reservations.book(wanted, BY);
            booked.incrementAndGet();
          } catch (Refusal.ReservationConflict e) {
            // Another was first.
          }
        });
      }
    }
    return Integer.toString(booked.get());
  }
}
