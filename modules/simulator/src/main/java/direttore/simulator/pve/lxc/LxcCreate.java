package direttore.simulator.pve.lxc;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.backup.Restore;
import direttore.simulator.pve.change.ConfigRights;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Settings;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Creation;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.Worker;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Creates a container: POST /nodes/{node}/lxc. */
final class LxcCreate implements Handler {
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

  private final Site site;
  private final ConfigRights rights;
  private final RootMaker maker;
  private final Boot boot;
  private final Restore restore;
  private final Creation creation;

  LxcCreate(Site site, RootMaker maker, Boot boot, Backups backups) {
    this.restore =
        new Restore(
            site,
            Kind.LXC,
            backups,
            config -> LxcNics.readdress(config, site.ids()),
            boot::autostart);
    this.creation = new Creation(site, Kind.LXC);
    this.site = site;
    this.rights = new ConfigRights(site.access(), site.nodes());
    this.maker = maker;
    this.boot = boot;
  }

  @Override
  public String handle(Call call) throws InterruptedException {
    if (call.flag("restore")) {
      return restore.start(call, call.required("ostemplate"), NOT_CONFIGURATION);
    }
    var order = order(call);
    var config = Settings.of(call, NOT_CONFIGURATION);
    rights.check(call.caller(), Kind.LXC, order.vmid, order.pool, config.keySet(), config);
    checkMounts(call, order, config);
    LxcNics.complete(config, site.ids());
    if (order.unprivileged) {
      config.put("unprivileged", "1");
    }
    creation.reserve(order.node, order.vmid);
    return site.task(Kind.LXC, "create", call, worker -> create(order, config, worker));
  }

  private Order order(Call call) {
    var caller = call.caller();
    var pool = call.text("pool");
    creation.checkAllocate(call, pool);
    if (pool != null && site.pools().find(pool).isEmpty()) {
      throw new Failure("pool '%s' does not exist".formatted(pool));
    }
    var unprivileged = call.parameters().flag("unprivileged", true);
    if (!unprivileged) {
      site.access().require(caller, "/", "Sys.Modify");
    }
    return new Order(
        call.node(),
        call.vmid(),
        call.required("ostemplate"),
        call.parameters().text("storage", "local"),
        pool,
        caller,
        unprivileged,
        call.flag("start"),
        call.flag("ha-managed"));
  }

  private void checkMounts(Call call, Order order, Map<String, String> config) {
    var template = Volid.parse(order.template);
    if (template == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(order.template));
    }
    site.disks().storages().enabled(template.storage(), order.node);
    var mounts = Mounts.of(config);
    if (!mounts.isEmpty() && !mounts.containsKey("rootfs")) {
      throw new Failure("mount points configured, but 'rootfs' not set - aborting");
    }
    if (mounts.isEmpty()) {
      config.put("rootfs", order.storage + ":4");
    }
    Mounts.of(config).forEach((key, value) -> checkMount(call, order, key, value, config));
  }

  private void checkMount(
      Call call, Order order, String key, String value, Map<String, String> config) {
    var volume = Mounts.volume(value);
    if (volume.startsWith("/")) {
      throw new Failure("Only root can pass arbitrary filesystem paths.");
    }
    if (volume.matches("\\d+(\\.\\d+)?")) {
      config.put(key, order.storage + ":" + value);
      volume = order.storage + ":" + volume;
    }
    var volid = Volid.parse(volume);
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(volume));
    }
    var storage = site.disks().storages().enabled(volid.storage(), order.node);
    if (!storage.holds("rootdir")) {
      throw new ParameterErrors(
          "storage", "storage '%s' does not support container directories".formatted(storage.id()));
    }
    site.access().require(call.caller(), "/storage/" + storage.id(), "Datastore.AllocateSpace");
  }

  private void create(Order order, Map<String, String> config, Worker worker)
      throws InterruptedException {
    try {
      site.locks()
          .with(
              Kind.LXC,
              order.node,
              order.vmid,
              GuestLocks.USUAL,
              worker,
              () -> {
                write(order, config, worker);
                return order;
              });
    } catch (Failure e) {
      site.guests().remove(order.vmid);
      throw creation.failure(order.vmid, e);
    } catch (InterruptedException e) {
      site.guests().remove(order.vmid);
      throw e;
    }
    afterwards(order, worker);
  }

  private void afterwards(Order order, Worker worker) {
    if (order.start) {
      boot.autostart(order.node, order.vmid, order.caller);
    }
    if (order.managed) {
      creation.manage(order.vmid, order.start, worker);
    }
  }

  private void write(Order order, Map<String, String> config, Worker worker)
      throws InterruptedException {
    var whole = new TreeMap<>(config);
    whole.putAll(maker.make(order.node, order.vmid, order.template, config, worker));
    whole.putIfAbsent("hostname", "CT" + order.vmid);
    whole.putIfAbsent("memory", "512");
    whole.putIfAbsent("swap", "512");
    whole.putIfAbsent("arch", "amd64");
    whole.putIfAbsent("ostype", RootMaker.system(order.template));
    site.guests().change(order.vmid, g -> g.configured(whole));
    if (order.pool != null) {
      site.pools().add(order.pool, order.vmid);
    }
  }

  private record Order(
      String node,
      int vmid,
      String template,
      String storage,
      @Nullable String pool,
      Caller caller,
      boolean unprivileged,
      boolean start,
      boolean managed) {}
}
