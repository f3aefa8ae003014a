package direttore.simulator.pve.appliance;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.task.TaskProcess;
import java.util.List;

/** {@code /nodes/{node}/aplinfo}: templates on offer, and their download. */
public final class ApplianceRoutes {
  private static final String ALL = "/nodes/{node}/aplinfo";

  private final Site site;

  /** The routes of a site. */
  public ApplianceRoutes(Site site) {
    this.site = site;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router.on("GET", ALL, call -> list()).on("POST", ALL, this::download);
  }

  private static List<ResultRow> list() {
    return Appliance.ALL.stream().map(Appliance::row).toList();
  }

  private String download(MethodCall call) {
    var appliance = Appliance.find(call.required("template"));
    if (appliance == null) {
      throw new ParameterErrors("template", "no such template");
    }
    var storage = site.disks().storages().enabled(call.required("storage"), call.node());
    if (!storage.holds("vztmpl")) {
      throw new Failure("storage '%s' does not support templates".formatted(storage.id()));
    }
    return site.tasks()
        .start(
            call.node(),
            "download",
            appliance.template(),
            call.caller(),
            worker -> fetch(appliance, storage, call.node(), worker));
  }

  private void fetch(Appliance appliance, Storage storage, String node, TaskProcess worker)
      throws InterruptedException {
    worker.log("downloading %s to storage".formatted(appliance.location()));
    if (!site.disks().space().fits(storage, node, appliance.bytes())) {
      throw new Failure("download failed: No space left on device");
    }
    worker.spend(site.pace().copying(appliance.bytes()));
    site.disks()
        .volumes()
        .put(
            new StoredVolume(
                StoredVolume.placeOf(storage, node),
                "vztmpl/" + appliance.template(),
                "vztmpl",
                appliance.suffix().equals(".tar.zst") ? "tzst" : "txz",
                appliance.bytes(),
                appliance.bytes(),
                0,
                site.now()));
    worker.log("download of '%s' to storage finished".formatted(appliance.location()));
  }
}
