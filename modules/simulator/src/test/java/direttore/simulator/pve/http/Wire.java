package direttore.simulator.pve.http;

import direttore.simulator.pve.PveSimulator;
import direttore.testkit.AnyServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test sends what it likes. */
final class Wire implements Closeable {
  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire secure(PveSimulator simulator) throws IOException {
    var socket =
        AnyServer.trusted()
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), simulator.port());
    socket.setSoTimeout(20_000);
    return new Wire(socket);
  }

  static Wire plain(PveSimulator simulator) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
    socket.setSoTimeout(20_000);
    return new Wire(socket);
  }

  Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return this;
  }

  /** Everything until the server closes. */
  String rest() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(bytes);
    } catch (IOException e) {
      // A reset after the answer ends it as well as an orderly close.
      bytes.flush();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** One answer whose connection stays open: its head. */
  String head() throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      var b = socket.getInputStream().read();
      if (b < 0) {
        return text.toString();
      }
      text.append((char) b);
    }
    var length = text.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
    if (length.matches("\\d+")) {
      socket.getInputStream().readNBytes(Integer.parseInt(length));
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
