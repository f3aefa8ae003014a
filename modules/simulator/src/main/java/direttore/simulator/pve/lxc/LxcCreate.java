package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Creation;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Creates containers. */
final class LxcCreate extends Creation {
  private static final Set<String> NOT_CONFIGURATION =
      Set.of(
          "node",
          "vmid",
          "ostemplate",
          "password",
          "ssh-public-keys",
          "bwlimit",
          "force",
          "ha-managed",
          "ignore-unpack-errors",
          "pool",
          "restore",
          "start",
          "storage",
          "unique",
          "unprivileged");

  private final RootMaker maker;

  LxcCreate(Site site, RootMaker maker, Boot boot, Backups backups) {
    super(site, Kind.LXC, NOT_CONFIGURATION, boot, backups);
    this.maker = maker;
  }

  @Override
  protected @Nullable String archive(MethodCall call) {
    return call.flag("restore") ? call.required("ostemplate") : null;
  }

  @Override
  protected void renew(Map<String, String> config) {
    LxcNics.readdress(config, site.ids());
  }

  @Override
  protected void checkCaller(MethodCall call, @Nullable String pool) {
    checkAllocate(call, pool);
    checkPool(pool);
    if (!isUnprivileged(call)) {
      site.access().require(call.caller(), "/", "Sys.Modify");
    }
  }

  @Override
  protected void complete(MethodCall call, Map<String, String> config) {
    checkMounts(call, config);
    LxcNics.complete(config, site.ids());
    if (isUnprivileged(call)) {
      config.put("unprivileged", "1");
    }
  }

  @Override
  protected void write(MethodCall call, Map<String, String> config, TaskProcess worker)
      throws InterruptedException {
    var template = call.required("ostemplate");
    var whole = new TreeMap<>(config);
    whole.putAll(maker.make(call.node(), call.vmid(), template, config, worker));
    whole.putIfAbsent("hostname", "CT" + call.vmid());
    whole.putIfAbsent("memory", "512");
    whole.putIfAbsent("swap", "512");
    whole.putIfAbsent("arch", "amd64");
    whole.putIfAbsent("ostype", RootMaker.system(template));
    site.guests().change(call.vmid(), g -> g.configured(whole));
  }

  private void checkMounts(MethodCall call, Map<String, String> config) {
    var archive = call.required("ostemplate");
    var template = Volid.parse(archive);
    if (template == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(archive));
    }
    site.disks().storages().enabled(template.storage(), call.node());
    var mounts = Mounts.of(config);
    if (!mounts.isEmpty() && !mounts.containsKey("rootfs")) {
      throw new Failure("mount points configured, but 'rootfs' not set - aborting");
    }
    if (mounts.isEmpty()) {
      config.put("rootfs", storage(call) + ":4");
    }
    Mounts.of(config).forEach((key, value) -> checkMount(call, key, value, config));
  }

  private void checkMount(MethodCall call, String key, String value, Map<String, String> config) {
    var volume = Mounts.volume(value);
    if (volume.startsWith("/")) {
      throw new Failure("Only root can pass arbitrary filesystem paths.");
    }
    if (volume.matches("\\d+(\\.\\d+)?")) {
      config.put(key, storage(call) + ":" + value);
      volume = storage(call) + ":" + volume;
    }
    var volid = Volid.parse(volume);
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(volume));
    }
    var storage = site.disks().storages().enabled(volid.storage(), call.node());
    if (!storage.holds("rootdir")) {
      throw new ParameterErrors(
          "storage", "storage '%s' does not support container directories".formatted(storage.id()));
    }
    site.access().require(call.caller(), "/storage/" + storage.id(), "Datastore.AllocateSpace");
  }

  private static String storage(MethodCall call) {
    return call.parameters().text("storage", "local");
  }

  private static boolean isUnprivileged(MethodCall call) {
    return call.parameters().flag("unprivileged", true);
  }
}
