package direttore.simulator.pve.backup;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Backups: {@code /nodes/{node}/vzdump}. */
public final class BackupRoutes {
  private static final String ALL = "/nodes/{node}/vzdump";
  private static final List<String> ROOT_ONLY = List.of("tmpdir", "dumpdir", "script", "job-id");
  private static final List<String> TUNING = List.of("bwlimit", "performance", "ionice");
  private static final String LOCAL = "local";

  private final Site site;
  private final Backups backups;

  /** The routes over the site's guests. */
  public BackupRoutes(Site site, Backups backups) {
    this.site = site;
    this.backups = backups;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", ALL, this::dump)
        .on("GET", ALL + "/defaults", this::defaults)
        .on("GET", ALL + "/extractconfig", this::extract);
  }

  private String dump(MethodCall call) {
    rights(call);
    var vmids = call.parameters().list("vmid").stream().map(Integer::valueOf).toList();
    whole(call, vmids);
    var storage = call.parameters().text("storage", LOCAL);
    site.access().require(call.caller(), "/storage/" + storage, "Datastore.AllocateSpace");
    var place = site.disks().storages().enabled(storage, call.node());
    if (!place.holds("backup")) {
      throw new ParameterErrors(
          "storage", "storage '%s' does not support backups".formatted(storage));
    }
    var chosen = chosen(call, vmids);
    chosen.forEach(id -> site.access().require(call.caller(), "/vms/" + id, "VM.Backup"));
    var here = chosen.stream().filter(id -> isHere(id, call.node())).toList();
    if (here.isEmpty() && chosen.stream().allMatch(id -> site.guests().find(id).isPresent())) {
      return "OK";
    }
    var order =
        new BackupJob.Order(
            call.node(),
            place,
            chosen,
            call.parameters().text("mode", "snapshot"),
            call.parameters().text("compress", "0"));
    return site.tasks()
        .start(
            call.node(),
            "vzdump",
            chosen.size() == 1 ? String.valueOf(chosen.getFirst()) : "",
            call.caller(),
            worker -> new BackupJob(site, backups, order, worker).run());
  }

  private void rights(MethodCall call) {
    var caller = call.caller();
    for (var option : ROOT_ONLY) {
      if (call.text(option) != null && !caller.isRoot()) {
        throw new ParameterErrors(option, "Only root may set this option.");
      }
    }
    if (TUNING.stream().anyMatch(o -> call.text(o) != null)) {
      site.access().require(caller, "/", "Sys.Modify");
    }
    if (call.text("prune-backups") != null) {
      site.access()
          .require(
              caller, "/storage/" + call.parameters().text("storage", LOCAL), "Datastore.Allocate");
    }
    if (call.flag("stop")) {
      site.access().require(caller, "/nodes/" + call.node(), "Sys.Modify");
    }
    if (call.flag("stdout")) {
      throw new ParameterErrors("stdout", "Only possible on the command line.");
    }
  }

  private static void whole(MethodCall call, List<Integer> vmids) {
    var all = call.flag("all") || call.text("exclude") != null;
    var pool = call.text("pool");
    if (!vmids.isEmpty() && (call.flag("all") || pool != null)) {
      throw new ParameterErrors(
          pool == null ? "all" : "pool", "option conflicts with option 'vmid'");
    }
    if (vmids.isEmpty() && !all && pool == null && !call.flag("stop")) {
      throw new ParameterErrors("vmid", "property is missing and it is not optional");
    }
  }

  private List<Integer> chosen(MethodCall call, List<Integer> vmids) {
    var pool = call.text("pool");
    if (!vmids.isEmpty()) {
      return vmids;
    }
    var excluded = call.parameters().list("exclude").stream().map(Integer::valueOf).toList();
    var members = new ArrayList<Integer>();
    for (var guest : site.guests().all()) {
      if (guest.node().equals(call.node())
          && !excluded.contains(guest.vmid())
          && (pool == null || pool.equals(site.pools().ofGuest(guest.vmid())))) {
        members.add(guest.vmid());
      }
    }
    return members;
  }

  private boolean isHere(int vmid, String node) {
    return site.guests().find(vmid).filter(g -> g.node().equals(node)).isPresent();
  }

  private ResultRow defaults(MethodCall call) {
    var storage = call.parameters().text("storage", LOCAL);
    site.access()
        .requireAny(
            call.caller(), "/storage/" + storage, "Datastore.Audit", "Datastore.AllocateSpace");
    return ResultRow.of("mode", "snapshot")
        .with("storage", storage)
        .with("compress", "0")
        .with("bwlimit", 0)
        .with("ionice", 7)
        .with("lockwait", 180)
        .with("stopwait", 10)
        .with("mailnotification", "always")
        .with("prune-backups", "keep-all=1");
  }

  private String extract(MethodCall call) {
    var volid = Volid.parse(call.required("volume"));
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(call.required("volume")));
    }
    site.access().require(call.caller(), "/storage/" + volid.storage(), "Datastore.AllocateSpace");
    var archive =
        backups
            .of(site.disks().existing(call.node(), volid))
            .orElseThrow(() -> new Failure("unable to extract configuration from " + volid));
    site.access().require(call.caller(), "/vms/" + archive.vmid(), "VM.Backup");
    return archive.config().entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
