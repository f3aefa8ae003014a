package direttore.simulator.pve.storage;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The storages as a node sees them: /nodes/{node}/storage, and their configuration: /storage. */
public final class StorageRoutes {
  private static final String ALL = "/nodes/{node}/storage";
  private static final String ONE = ALL + "/{storage}";

  private final Storages storages;
  private final Space space;
  private final AccessControl access;
  private final PveFaults faults;

  /** The routes over these storages. */
  public StorageRoutes(Storages storages, Space space, AccessControl access, PveFaults faults) {
    this.storages = storages;
    this.space = space;
    this.access = access;
    this.faults = faults;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", ALL, this::list)
        .on("GET", ONE, StorageRoutes::index)
        .on("GET", ONE + "/status", this::status)
        .on("GET", "/storage", this::configurations)
        .on("GET", "/storage/{storage}", this::configuration);
  }

  private List<ResultRow> list(MethodCall call) {
    var wanted = call.text("storage");
    if (wanted != null && storages.find(wanted).isEmpty()) {
      throw new ParameterErrors("storage", "No such storage.");
    }
    return storages.all().stream()
        .filter(s -> wanted == null || s.id().equals(wanted))
        .filter(s -> holds(s, call))
        .filter(s -> !call.flag("enabled") || !s.disabled())
        .filter(s -> reaches(s, call.node(), call.text("target")))
        .filter(s -> visible(call, s))
        .map(s -> listed(s, call))
        .toList();
  }

  private ResultRow listed(Storage storage, MethodCall call) {
    var row = figures(storage, call.node()).with("storage", storage.id());
    var total = row.get("total") instanceof Long size ? size : 0L;
    if (total > 0) {
      row.with("used_fraction", (double) space.used(storage, call.node()) / total);
    }
    if (call.flag("format")) {
      var formats =
          Stream.of("qcow2", "raw", "subvol", "vmdk")
              .filter(f -> f.equals("subvol") ? storage.holdsFiles() : storage.supports(f))
              .toList();
      row.with(
          "formats", ResultRow.of("supported", formats).with("default", storage.defaultFormat()));
    }
    return row;
  }

  private ResultRow status(MethodCall call) {
    return figures(storages.enabled(call.required("storage"), call.node()), call.node());
  }

  private ResultRow figures(Storage storage, String node) {
    var enabled = storage.isEnabledOn(node);
    var active = enabled && !faults.hangs(storage.id());
    var used = active ? space.used(storage, node) : 0L;
    var total = active ? storage.total() : 0L;
    return ResultRow.of("type", storage.type())
        .with("content", storage.contentText())
        .with("shared", storage.shared() ? 1 : 0)
        .with("enabled", enabled ? 1 : 0)
        .with("active", active ? 1 : 0)
        .with("total", total)
        .with("used", used)
        .with("avail", total - used);
  }

  private static boolean holds(Storage storage, MethodCall call) {
    var kinds = call.parameters().list("content");
    return kinds.isEmpty()
        || (kinds.stream().anyMatch(storage::holds) && storage.isEnabledOn(call.node()));
  }

  private static boolean reaches(Storage storage, String node, @Nullable String target) {
    return target == null
        || target.equals(node)
        || (storage.shared() && storage.isEnabledOn(node) && storage.isEnabledOn(target));
  }

  private boolean visible(MethodCall call, Storage storage) {
    return access.allowsAny(
        call.caller(), "/storage/" + storage.id(), "Datastore.Audit", "Datastore.AllocateSpace");
  }

  private static List<ResultRow> index(MethodCall call) {
    return Stream.of(
            "content",
            "download-url",
            "file-restore",
            "identity",
            "import-metadata",
            "oci-registry-pull",
            "prunebackups",
            "rrd",
            "rrddata",
            "status",
            "upload")
        .map(s -> ResultRow.of("subdir", s))
        .toList();
  }

  private List<ResultRow> configurations(MethodCall call) {
    var type = call.text("type");
    return storages.all().stream()
        .filter(s -> type == null || s.type().equals(type))
        .filter(s -> visible(call, s))
        .map(StorageRoutes::configured)
        .toList();
  }

  private ResultRow configuration(MethodCall call) {
    return configured(storages.get(call.required("storage")));
  }

  private static ResultRow configured(Storage storage) {
    var row =
        ResultRow.of("storage", storage.id())
            .with("type", storage.type())
            .with("content", storage.contentText())
            .with("digest", "%040x".formatted(storage.hashCode() & 0xFFFFFFFFL));
    storage.settings().forEach(row::with);
    return row.when(storage.shared() && storage.type().equals("dir"), "shared", 1)
        .when(storage.disabled(), "disable", 1)
        .when(!storage.nodes().isEmpty(), "nodes", String.join(",", storage.nodes()));
  }
}
