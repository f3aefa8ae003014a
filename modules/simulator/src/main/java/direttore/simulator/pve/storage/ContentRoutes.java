package direttore.simulator.pve.storage;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.task.TaskProcess;
import direttore.simulator.pve.task.Tasks;
import java.util.List;
import java.util.regex.Pattern;

/** The volumes of a storage: /nodes/{node}/storage/{storage}/content. */
public final class ContentRoutes {
  private static final String ALL = "/nodes/{node}/storage/{storage}/content";
  private static final Pattern EXTENSION = Pattern.compile(".*\\.(raw|qcow2|vmdk)");
  private static final int DELETE_PART = 8;
  private static final long KIB = 1024;

  private final Disks disks;
  private final Tasks tasks;
  private final AccessControl access;
  private final WorkPace pace;
  private final TaskClock clock;

  /** The routes over these disks. */
  public ContentRoutes(
      Disks disks, Tasks tasks, AccessControl access, WorkPace pace, TaskClock clock) {
    this.clock = clock;
    this.disks = disks;
    this.tasks = tasks;
    this.access = access;
    this.pace = pace;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", ALL, this::list)
        .on("POST", ALL, this::allocate)
        .on("GET", ALL + "/{volume}", this::info)
        .on("DELETE", ALL + "/{volume}", this::delete);
  }

  private List<ResultRow> list(MethodCall call) {
    var storage = disks.storages().enabled(call.required("storage"), call.node());
    var kinds = call.parameters().list("content");
    var vmid = call.parameters().integer("vmid", 0);
    return disks.volumes().list(StoredVolume.placeOf(storage, call.node())).stream()
        .filter(v -> kinds.isEmpty() || kinds.contains(v.content()))
        .filter(v -> storage.holds(v.content()))
        .filter(v -> vmid == 0 || v.vmid() == vmid)
        .filter(v -> visible(call, v))
        .map(v -> listed(storage, v))
        .toList();
  }

  private boolean visible(MethodCall call, StoredVolume volume) {
    var path = "/storage/" + volume.storage();
    return switch (volume.content()) {
      case "iso", "vztmpl", "import" ->
          access.allowsAny(
              call.caller(),
              path,
              "Datastore.Audit",
              "Datastore.AllocateSpace",
              "Datastore.AllocateTemplate");
      default ->
          access.allows(call.caller(), path, "Datastore.Allocate")
              || (volume.vmid() > 0
                  && access.allows(call.caller(), "/vms/" + volume.vmid(), "VM.Config.Disk"));
    };
  }

  private static ResultRow listed(Storage storage, StoredVolume volume) {
    var row =
        ResultRow.of("volid", volume.volid())
            .with("content", volume.content())
            .with("format", volume.format())
            .with("size", volume.size())
            .with("ctime", volume.ctime())
            .when(volume.vmid() > 0, "vmid", volume.vmid());
    if (volume.vmid() > 0 && storage.holdsFiles()) {
      row.with("used", volume.used());
      row.maybe("parent", volume.baseName().isEmpty() ? null : "../" + volume.baseName());
    }
    return row;
  }

  private String allocate(MethodCall call) throws InterruptedException {
    var storage = disks.storages().enabled(call.required("storage"), call.node());
    var file = call.required("filename");
    var extension = EXTENSION.matcher(file);
    var asked = call.text("format");
    var format = asked == null ? storage.defaultFormat() : asked;
    if (extension.matches()) {
      if (asked != null && !asked.equals(extension.group(1))) {
        throw new ParameterErrors(
            "format", "different storage formats (%s != %s)".formatted(asked, extension.group(1)));
      }
      format = extension.group(1);
    }
    if (!storage.supports(format)) {
      throw new Failure("unsupported format '%s'".formatted(format));
    }
    if (!file.matches("vm-%d-.+".formatted(call.vmid()))) {
      throw new Failure("illegal name '%s' - should be 'vm-%d-*'".formatted(file, call.vmid()));
    }
    var request =
        new Disks.Request(
            call.node(), storage.id(), call.vmid(), "images", format, file, bytes(call));
    return disks.allocate(request, TaskProcess.silent(clock)).volid();
  }

  private static long bytes(MethodCall call) {
    var size = call.required("size");
    var bytes = Size.parse(size);
    if (bytes == null) {
      throw new ParameterErrors("size", "unable to parse size '%s'".formatted(size));
    }
    return size.matches("\\d+") ? bytes * KIB : bytes;
  }

  private ResultRow info(MethodCall call) {
    var volid = volid(call);
    var storage = disks.storages().enabled(volid.storage(), call.node());
    var volume = disks.existing(call.node(), volid);
    if (!visible(call, volume)) {
      access.require(call.caller(), "/storage/" + storage.id(), "Datastore.Audit");
    }
    return ResultRow.of("path", path(storage, volume.content(), volume.name()))
        .with("size", volume.size())
        .with("used", volume.used())
        .with("format", volume.format());
  }

  private String delete(MethodCall call) {
    var volid = volid(call);
    var storage = disks.storages().enabled(volid.storage(), call.node());
    access.require(call.caller(), "/storage/" + storage.id(), "Datastore.Allocate");
    var owner =
        disks.volumes().find(storage, call.node(), volid.name()).map(StoredVolume::vmid).orElse(0);
    var id = owner > 0 ? owner + "@" + storage.id() : storage.id();
    return tasks.start(
        call.node(),
        "imgdel",
        id,
        call.caller(),
        worker -> {
          worker.spend(pace.part(DELETE_PART));
          remove(call.node(), storage, volid, worker);
          worker.log("Removed volume '%s'".formatted(volid));
        });
  }

  private void remove(String node, Storage storage, Volid volid, TaskProcess worker)
      throws InterruptedException {
    var volume = disks.volumes().find(storage, node, volid.name());
    if (volume.isPresent()) {
      disks.free(node, volume.get(), worker);
    } else if (storage.holdsFiles()) {
      worker.log(
          "disk image '%s' does not exist".formatted(path(storage, volid.kind(), volid.name())));
    }
  }

  static String path(Storage storage, String kind, String name) {
    var root = storage.settings().get("path");
    var file = name.substring(name.lastIndexOf('/') + 1);
    return switch (kind) {
      case "iso" -> "%s/template/iso/%s".formatted(root, file);
      case "vztmpl" -> "%s/template/cache/%s".formatted(root, file);
      case "backup" -> "%s/dump/%s".formatted(root, file);
      case "snippets", "import" -> "%s/%s/%s".formatted(root, kind, file);
      default ->
          storage.holdsFiles()
              ? StorageToolLog.path(storage, name)
              : "/dev/%s/%s".formatted(StorageToolLog.group(storage), name);
    };
  }

  private static Volid volid(MethodCall call) {
    var text = call.required("volume");
    var storage = call.text("storage");
    var volid = Volid.parse(text);
    if (volid == null && storage != null) {
      return new Volid(storage, text);
    }
    if (volid == null) {
      throw new ParameterErrors("volume", "invalid volume specification '%s'".formatted(text));
    }
    if (storage != null && !storage.equals(volid.storage())) {
      throw new ParameterErrors(
          "storage", "storage ID missmatch ('%s' != '%s')".formatted(storage, volid.storage()));
    }
    return volid;
  }
}
