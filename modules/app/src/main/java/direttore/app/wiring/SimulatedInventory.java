package direttore.app.wiring;

import direttore.app.data.DataFolder;
import direttore.app.settings.SimulatorSettings;
import direttore.app.start.Lifetime;
import direttore.app.start.Places;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;

/** The simulated NetBox, with its state and its token in the data folder. */
final class SimulatedInventory {
  private static final String TOKEN_FILE = "simulator.netbox.token";

  private SimulatedInventory() {}

  static SimulatedNetBox start(
      DataFolder folder, SimulatorSettings settings, Lifetime lifetime, Places places) {
    var options =
        NetBoxOptions.lab(folder.uuid(TOKEN_FILE))
            .listeningOn("127.0.0.1", settings.netboxPort())
            .keptIn(folder.resolve("simulator"));
    var netbox = lifetime.open(() -> SimulatedNetBox.start(options));
    places.add(
        "Simulated NetBox", netbox.url(), "API token of admin in " + folder.resolve(TOKEN_FILE));
    return netbox;
  }
}
