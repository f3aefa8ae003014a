package direttore.simulator.pve.change;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.task.TaskProcess;

/** What differs between VMs and containers when their configuration changes. */
public interface Plug {

  /** Does a change of that key reach a running guest? */
  boolean reachesRunning(Guest guest, String key);

  /** Does the key hold a volume that belongs to the guest? */
  boolean holdsVolume(String key, String value);

  /** The value as the configuration gets it; disks that it asks for are made. */
  String prepared(Guest guest, String key, String value, TaskProcess out)
      throws InterruptedException;

  /** The volume that a value names. */
  String volume(String value);
}
