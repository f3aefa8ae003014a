package direttore.app.wiring;

import direttore.app.data.DataFolder;
import direttore.app.settings.SimulatorSettings;
import direttore.app.start.Lifetime;
import direttore.app.start.Places;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;

/** The simulated Proxmox VE, with its state and its passwords in the data folder. */
final class SimulatedCluster {
  static final String TOKEN_ID = "root@pam!direttore";
  private static final String PASSWORD_FILE = "simulator.password";
  private static final String TOKEN_FILE = "simulator.token";

  private SimulatedCluster() {}

  static PveSimulator start(
      DataFolder folder, SimulatorSettings settings, Lifetime lifetime, Places places) {
    lifetime.open(() -> folder.claim("simulator"));
    var options =
        PveOptions.lab(folder.password(PASSWORD_FILE), token(folder))
            .listeningOn("127.0.0.1", settings.port())
            .withSize(settings.nodes(), settings.guests())
            .withTask(settings.taskTime())
            .withSeed(settings.seed())
            .keptIn(folder.resolve("simulator"));
    var simulator = lifetime.open(() -> PveSimulator.start(options));
    places.add(
        "Simulated cluster",
        simulator.url(),
        "user root@pam, password in " + folder.resolve(PASSWORD_FILE));
    places.add("", "", "API token " + TOKEN_ID + ", secret in " + folder.resolve(TOKEN_FILE));
    return simulator;
  }

  /** The secret of the token {@link #TOKEN_ID}. */
  static String token(DataFolder folder) {
    return folder.uuid(TOKEN_FILE);
  }
}
