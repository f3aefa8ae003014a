package direttore.acceptance;

import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.TestDatabase;
import direttore.testkit.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A database and a simulated cluster in this process, for programs that run in others: what they
 * did can be seen from both ends.
 */
final class Lab implements AutoCloseable {
  static final String TOKEN_ID = "root@pam!direttore";
  static final String TOKEN_SECRET = "3f1b7c52-9d0e-4a86-8f2b-5c6d7e8f9a0b";
  private final DatabaseAddress address = TestDatabase.address();
  private final Path folder;
  private final PveSimulator simulator;

  private Lab(Path folder, PveSimulator simulator) {
    this.folder = folder;
    this.simulator = simulator;
  }

  /**
   * A lab whose tasks take that long.
   *
   * @param folder where its programs run and keep their data
   */
  static Lab open(Path folder, Duration task) {
    var options =
        PveOptions.lab("a-root-password", TOKEN_SECRET)
            .withTask(task)
            .withLag(Duration.ZERO)
            .withPatience(Duration.ZERO, Duration.ofSeconds(1));
    return new Lab(folder, PveSimulator.start(options));
  }

  PveSimulator simulator() {
    return simulator;
  }

  Database database() {
    return Database.open(address, 5);
  }

  /** A program of this lab. */
  Program start(String role, Map<String, String> settings) {
    return Program.start(role, folder, settings);
  }

  /** A program of this lab that the system lets open few files only. */
  Program startWithFiles(int files, String role, Map<String, String> settings) {
    return Program.startWithFiles(files, role, folder, settings);
  }

  Path dataFolder() {
    return folder.resolve("data");
  }

  /** Whether a program said so because the machine has other work, too: it is none of its tests. */
  static boolean tellsOfASlowMachine(String line) {
    return line.contains(" org.jobrunr.") || line.contains("OutageLog: Proxmox ");
  }

  /** What a program needs to work with this lab; the ports are its own. */
  Map<String, String> settings() {
    var settings = new LinkedHashMap<>(Program.settings(dataFolder()));
    settings.put("DATABASE_URL", address.url());
    settings.put("DATABASE_USER", address.user());
    settings.put("DATABASE_PASSWORD", address.password());
    settings.put("PROXMOX_HOST", "127.0.0.1:" + simulator.port());
    settings.put("PROXMOX_TOKEN_ID", TOKEN_ID);
    settings.put("PROXMOX_TOKEN_SECRET", TOKEN_SECRET);
    settings.put("PROXMOX_TLS_FINGERPRINT", simulator.certificateFingerprint());
    return settings;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
