package direttore.simulator.control;

/** Faults of one system, beside those that strike its calls. */
public interface OwnFaults {

  /**
   * Switches a fault on or off.
   *
   * @return whether the system has a fault of that kind
   * @throws IllegalArgumentException saying what is wrong with the order
   */
  boolean carryOut(FaultOrder order);

  /** Switches all of them off. */
  void clear();
}
