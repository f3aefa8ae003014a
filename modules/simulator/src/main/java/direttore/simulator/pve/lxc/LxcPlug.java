package direttore.simulator.pve.lxc;

import direttore.simulator.pve.change.Plug;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.site.Ids;
import direttore.simulator.pve.task.TaskProcess;
import java.util.Map;
import java.util.TreeMap;

/** How a container takes changes: limits, network and new mount points reach a running one. */
final class LxcPlug implements Plug {
  private final RootMaker maker;
  private final Ids ids;

  LxcPlug(RootMaker maker, Ids ids) {
    this.maker = maker;
    this.ids = ids;
  }

  @Override
  public boolean reachesRunning(Guest guest, String key) {
    return key.matches(
            "description|onboot|startup|protection|hookscript|tags|hostname|lock"
                + "|cores|cpulimit|cpuunits|memory|swap|net\\d+|unused\\d+")
        || (key.matches("mp\\d+") && guest.get(key) == null);
  }

  @Override
  public boolean holdsVolume(String key, String value) {
    return Mounts.isMount(key) && Mounts.volume(value).contains(":");
  }

  @Override
  public String prepared(Guest guest, String key, String value, TaskProcess out)
      throws InterruptedException {
    if (Mounts.isMount(key)) {
      var made = maker.volumes(guest.node(), guest.vmid(), Map.of(key, value), out);
      return made.getOrDefault(key, value);
    }
    var one = new TreeMap<>(Map.of(key, value));
    LxcNics.complete(one, ids);
    return one.getOrDefault(key, value);
  }

  @Override
  public String volume(String value) {
    return Mounts.volume(value);
  }
}
