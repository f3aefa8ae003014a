package direttore.acceptance.bench;

import direttore.acceptance.JsonClient;
import direttore.app.data.FileTree;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.testkit.Program;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measures what the README says was measured, and prints the table that stands there. */
public final class Bench {
  private static final String TOKEN_SECRET = "3f1b7c52-9d0e-4a86-8f2b-5c6d7e8f9a0b";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Bench() {}

  /**
   * Runs benchmarks, each with a program and a cluster of its own.
   *
   * @param names {@code latency}, {@code waiting}, {@code outside}, {@code operations}, {@code
   *     burst}, {@code filters}, {@code inventory}, {@code reservations}, {@code reads}, {@code
   *     signed-in}; all of them when there is none
   */
  public static void main(String[] names) throws Exception {
    // Whoever reads the figures sees what else the machine had to do.
    System.out.println("Load of the machine at the start: " + load() + "\n");
    System.out.println("| what | measured |");
    System.out.println("|---|---|");
    var wanted = List.of(names);
    if (wanted.isEmpty() || wanted.contains("latency")) {
      with(lab(Duration.ofMillis(200)), run -> new QueueLatency(run).measure());
    }
    if (wanted.isEmpty() || wanted.contains("waiting")) {
      with(lab(Duration.ofSeconds(60)), run -> new Waiting(run).measure());
    }
    if (wanted.isEmpty() || wanted.contains("outside")) {
      with(
          lab(Duration.ofSeconds(2)).withSize(32, 10_000),
          run -> new OutsideChanges(run, TOKEN_SECRET).measure());
    }
    if (wanted.isEmpty() || wanted.contains("operations")) {
      with(lab(Duration.ofSeconds(60)).withSize(4, 4500), run -> new ManyOperations(run).measure());
    }
    if (wanted.isEmpty() || wanted.contains("burst")) {
      with(lab(Duration.ofSeconds(2)).withSize(32, 10_000), run -> new Burst(run).measure());
    }
    if (wanted.isEmpty() || wanted.contains("filters")) {
      with(
          lab(Duration.ofSeconds(2)),
          Map.of(),
          (_, settings) -> Filters.measure(Path.of(settings.get("DATA_DIR"))));
    }
    if (wanted.isEmpty() || wanted.contains("inventory")) {
      with(
          lab(Duration.ofSeconds(2)),
          Map.of("NETBOX_URL", InventoryLists.NETBOX, "NETBOX_TOKEN", "a".repeat(40)),
          (run, settings) ->
              InventoryLists.measure(run.client(), Path.of(settings.get("DATA_DIR"))));
    }
    if (wanted.isEmpty() || wanted.contains("reservations")) {
      Reservations.measure();
    }
    if (wanted.isEmpty() || wanted.contains("idle")) {
      with(lab(Duration.ofSeconds(2)).withSize(32, 10_000), run -> new Idle(run).measure());
    }
    if (wanted.isEmpty() || wanted.contains("reads")) {
      with(lab(Duration.ofSeconds(2)), run -> new Reads(run, "2 nodes").measure());
      with(
          lab(Duration.ofSeconds(2)).withSize(32, 10_000),
          run -> new Reads(run, "32 nodes, 10,000 guests").measure());
    }
    if (wanted.isEmpty() || wanted.contains("signed-in")) {
      signedIn();
    }
  }

  private static String load() {
    var processors = Runtime.getRuntime().availableProcessors();
    return "%.1f on %d processors".formatted(loadAverage(), processors);
  }

  /** How many processes want a processor, over the last minute. */
  static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void signedIn() throws Exception {
    var options = lab(Duration.ofSeconds(2));
    with(
        options,
        Map.of(),
        (open, _) ->
            with(
                options,
                Map.of("AUTH_MODE", "required"),
                (guarded, settings) -> {
                  var token = Program.token(settings);
                  new SignedInReads(open, guarded, token).measure();
                }));
  }

  /** A program at work with a simulated cluster that belongs to this process. */
  record Run(PveSimulator simulator, JsonClient client, int port, long pid) {}

  private interface Measurement {
    void measure(Run run) throws Exception;
  }

  private interface MeasurementWith {
    void measure(Run run, Map<String, String> settings) throws Exception;
  }

  static PveOptions lab(Duration task) {
    return PveOptions.lab("a-root-password", TOKEN_SECRET).withTask(task);
  }

  private static void with(PveOptions options, Measurement measurement) throws Exception {
    with(options, Map.of(), (run, _) -> measurement.measure(run));
  }

  private static void with(
      PveOptions options, Map<String, String> more, MeasurementWith measurement) throws Exception {
    var folder = Files.createTempDirectory("direttore-bench");
    try (var simulator = PveSimulator.start(options)) {
      var settings = settings(folder, simulator);
      settings.putAll(more);
      var port = Integer.parseInt(settings.get("API_PORT"));
      try (var program = Program.start("serve", folder, settings);
          var client = new JsonClient(port)) {
        try {
          client.awaitReady(PATIENCE);
          measurement.measure(new Run(simulator, client, port, program.pid()), settings);
        } catch (RuntimeException e) {
          throw new IllegalStateException(program.output(), e);
        }
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  static Map<String, String> settings(Path folder, PveSimulator simulator) {
    var settings = Program.settings(folder.resolve("data"));
    settings.put("PROXMOX_HOST", "127.0.0.1:" + simulator.port());
    settings.put("PROXMOX_TOKEN_ID", "root@pam!direttore");
    settings.put("PROXMOX_TOKEN_SECRET", TOKEN_SECRET);
    settings.put("PROXMOX_TLS_FINGERPRINT", simulator.certificateFingerprint());
    return settings;
  }

  /** Prints one row of the table. */
  static void row(String what, String measured) {
    System.out.println("| %s | %s |".formatted(what, measured));
  }
}
