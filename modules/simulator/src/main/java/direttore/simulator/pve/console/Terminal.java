package direttore.simulator.pve.console;

import direttore.simulator.pve.http.Talk;
import direttore.simulator.pve.http.WebSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;

/** A small shell behind the protocol of termproxy: it echoes, and says who it is. */
final class Terminal implements Talk {
  private static final int LONGEST_WORD = 1024;
  private static final int LARGEST_INPUT = 64 * 1024;

  private final String host;
  private final BiPredicate<String, String> entitled;
  private final StringBuilder line = new StringBuilder();
  private String size = "24 80";

  /**
   * A shell of that host.
   *
   * @param entitled whether a user may come in with a ticket
   */
  Terminal(String host, BiPredicate<String, String> entitled) {
    this.host = host;
    this.entitled = entitled;
  }

  @Override
  public void over(WebSocket socket) throws IOException {
    var user = socket.readTo(':', LONGEST_WORD);
    if (!entitled.test(user, socket.readTo('\n', LONGEST_WORD))) {
      return;
    }
    socket.write("OK");
    socket.write("Simulated console of %s\r\n".formatted(host) + prompt());
    var open = true;
    while (open) {
      open = message(socket);
    }
  }

  private boolean message(WebSocket socket) throws IOException {
    switch (socket.read()) {
      case '0' -> {
        socket.readTo(':', 0);
        var length = Integer.parseInt(socket.readTo(':', 6));
        if (length > LARGEST_INPUT) {
          throw new IOException("more input at once than a terminal takes");
        }
        return typed(socket, new String(socket.read(length), StandardCharsets.UTF_8));
      }
      case '1' -> {
        socket.readTo(':', 0);
        var columns = socket.readTo(':', 6);
        size = socket.readTo(':', 6) + " " + columns;
      }
      case '2' -> {
        // A ping keeps the connection open and is not answered.
      }
      default -> throw new IOException("not a message of termproxy's protocol");
    }
    return true;
  }

  private boolean typed(WebSocket socket, String keys) throws IOException {
    for (var i = 0; i < keys.length(); i++) {
      var key = keys.charAt(i);
      switch (key) {
        case '\r', '\n' -> {
          var command = line.toString().strip();
          line.setLength(0);
          if (command.equals("exit")) {
            socket.write("\r\nlogout\r\n");
            return false;
          }
          socket.write("\r\n" + answer(command) + prompt());
        }
        case '\u0004' -> {
          socket.write("\r\nlogout\r\n");
          return false;
        }
        case '\b', '\u007f' -> {
          if (!line.isEmpty()) {
            line.setLength(line.length() - 1);
            socket.write("\b \b");
          }
        }
        default -> {
          line.append(key);
          socket.write(String.valueOf(key));
        }
      }
    }
    return true;
  }

  private String answer(String command) {
    return switch (command) {
      case "" -> "";
      case "hostname" -> host + "\r\n";
      case "whoami" -> "root\r\n";
      case "stty size" -> size + "\r\n";
      default ->
          command.startsWith("echo ")
              ? command.substring(5).strip() + "\r\n"
              : "-bash: %s: command not found\r\n".formatted(command.split("\\s+", 2)[0]);
    };
  }

  private String prompt() {
    return "root@%s:~# ".formatted(host);
  }
}
