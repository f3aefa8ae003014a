package direttore.app.wiring;

import direttore.app.settings.NetBoxSettings;
import direttore.app.settings.Setting;
import direttore.app.settings.Settings;
import direttore.app.start.ProcessRole;
import direttore.app.start.StartRefusal.Taken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Tells before anything starts whether the ports can be had, in words that name the setting. */
final class Ports {
  private static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  static void requireFree(ProcessRole role, Settings settings) {
    if (role.answersHttp()) {
      requireFree(Setting.API_PORT, settings.api().host(), settings.api().port());
      requireFree(Setting.DASHBOARD_PORT, LOOPBACK, settings.dashboardPort());
    }
    if (role == ProcessRole.SIMULATOR || (role == ProcessRole.SERVE && settings.isSimulated())) {
      requireFree(Setting.SIMULATOR_PORT, LOOPBACK, settings.simulator().port());
    }
    if (role == ProcessRole.SIMULATOR
        || (role == ProcessRole.SERVE && settings.netbox() instanceof NetBoxSettings.Simulated)) {
      requireFree(Setting.SIMULATOR_NETBOX_PORT, LOOPBACK, settings.simulator().netboxPort());
    }
  }

  private static void requireFree(Setting setting, String host, int port) {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new Taken(
          "Port %d of %s cannot be used (%s): stop what uses it, or set %s to another port."
              .formatted(port, host, e.getMessage(), setting));
    }
  }
}
