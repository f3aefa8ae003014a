package direttore.simulator.fault;

import java.util.ArrayList;
import java.util.List;

/** The faults that strike calls, in the order in which they were switched on. */
public final class Faults {
  private final List<Armed> armed = new ArrayList<>();

  /** No faults. */
  public Faults() {}

  /** Switches a fault on. */
  public synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Switches all of them off. */
  public synchronized void clear() {
    armed.clear();
  }

  /** The faults that strike this call, each counted as used. */
  public synchronized List<Fault.Effect> strike(String method, String path) {
    if (armed.isEmpty()) {
      return List.of();
    }
    var effects = new ArrayList<Fault.Effect>();
    for (var one : armed) {
      if (one.fault.matches(method, path) && one.strikes()) {
        effects.add(one.fault.effect());
      }
    }
    armed.removeIf(Armed::used);
    return effects;
  }

  private static final class Armed {
    private final Fault fault;
    private int skip;
    private int left;

    Armed(Fault fault) {
      this.fault = fault;
      this.skip = fault.skip();
      this.left = fault.times();
    }

    boolean strikes() {
      if (skip > 0) {
        skip--;
        return false;
      }
      if (left < Integer.MAX_VALUE) {
        left--;
      }
      return true;
    }

    boolean used() {
      return left == 0;
    }
  }
}
