package direttore.simulator.pve.console;

import direttore.simulator.pve.api.Failure;
import java.util.BitSet;

/** The ports 5900 to 5999 for consoles (PVE::Tools::next_vnc_port). */
final class VncPorts {
  private static final int FIRST = 5900;
  private static final int COUNT = 100;

  private final BitSet taken = new BitSet(COUNT);

  /** The lowest free port. */
  synchronized int take() {
    var free = taken.nextClearBit(0);
    if (free >= COUNT) {
      throw new Failure("unable to find free port (%d-%d)".formatted(FIRST, FIRST + COUNT));
    }
    taken.set(free);
    return FIRST + free;
  }

  synchronized void give(int port) {
    taken.clear(port - FIRST);
  }
}
