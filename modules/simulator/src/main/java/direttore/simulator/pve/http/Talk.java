package direttore.simulator.pve.http;

import java.io.IOException;

/** What goes on over a connection once it was upgraded to a WebSocket. */
public interface Talk {

  /** Talks until one of the two sides has enough. */
  void over(WebSocket socket) throws IOException, InterruptedException;
}
