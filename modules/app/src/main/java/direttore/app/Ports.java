package direttore.app;

import direttore.app.settings.Setting;
import direttore.app.start.StartRefusal.Taken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Tells before anything starts whether a port can be had, in words that name its setting. */
final class Ports {
  private Ports() {}

  static void requireFree(Setting setting, String host, int port) {
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
