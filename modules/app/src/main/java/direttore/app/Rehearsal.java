package direttore.app;

import direttore.app.data.FileTree;
import direttore.app.settings.Setting;
import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.ProcessRole;
import direttore.app.wiring.Direttore;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * A short life of the whole program in a throw-away folder. The build runs it under a JVM that
 * writes down which classes a start needs, so that later starts find them ready.
 */
final class Rehearsal {
  private static final List<String> PATHS =
      List.of(
          "/health/live",
          "/health/ready",
          "/api/proxmox/nodes",
          "/api/proxmox/nodes/pve1/vms",
          "/api/proxmox/nodes/pve1/lxc",
          "/api/operations",
          "/openapi.json");

  private Rehearsal() {}

  static void run() throws IOException {
    var folder = Files.createTempDirectory("direttore-rehearsal");
    var port = freePort();
    var settings =
        Settings.read(
            folder,
            Map.of(),
            Map.of(
                Setting.AUTH_MODE,
                "none",
                Setting.DATA_DIR,
                folder.resolve("data").toString(),
                Setting.API_PORT,
                Integer.toString(port),
                Setting.DASHBOARD_PORT,
                "0",
                Setting.SIMULATOR_PORT,
                "0",
                Setting.SIMULATOR_NETBOX_PORT,
                "0"));
    try (var lifetime = new Lifetime()) {
      Direttore.start(ProcessRole.SERVE, settings, lifetime);
      for (var path : PATHS) {
        ask(URI.create("http://127.0.0.1:" + port + path));
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void ask(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    try (var answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
  }
}
