package direttore.simulator.pve.storage;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of the storage definitions: {@code /storage}. */
public final class StorageConfigRoutes {
  private static final long SIZE = 500L << 30;
  private static final Set<String> TYPES = Set.of("dir", "nfs", "lvmthin");
  private static final List<String> SETTINGS =
      List.of("path", "server", "export", "vgname", "thinpool");

  private final Storages storages;
  private final AccessControl access;

  /** The routes over these storages. */
  public StorageConfigRoutes(Storages storages, AccessControl access) {
    this.storages = storages;
    this.access = access;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", "/storage", this::create)
        .on("PUT", "/storage/{storage}", this::update)
        .on("DELETE", "/storage/{storage}", this::delete);
  }

  private ResultRow create(MethodCall call) {
    var id = call.required("storage");
    var type = call.required("type");
    if (storages.find(id).isPresent()) {
      throw new Failure("create storage failed: storage ID '%s' already defined".formatted(id));
    }
    if (!TYPES.contains(type)) {
      throw new Failure("create storage failed: the simulator has no storages of type " + type);
    }
    var shared = type.equals("nfs") || call.flag("shared");
    var settings = settings(call, Map.of());
    if (type.equals("nfs")) {
      settings.putIfAbsent("path", "/mnt/pve/" + id);
    }
    storages.put(
        new Storage(
            id,
            type,
            list(call, "content", List.of("images", "rootdir")),
            shared,
            list(call, "nodes", List.of()),
            call.flag("disable"),
            settings,
            SIZE));
    return ResultRow.of("storage", id).with("type", type);
  }

  private ResultRow update(MethodCall call) {
    var old = storages.get(call.required("storage"));
    var dropped = call.parameters().list("delete");
    storages.put(
        new Storage(
            old.id(),
            old.type(),
            list(call, "content", old.content()),
            call.parameters().flag("shared", old.shared()),
            dropped.contains("nodes") ? List.of() : list(call, "nodes", old.nodes()),
            !dropped.contains("disable") && call.parameters().flag("disable", old.disabled()),
            settings(call, old.settings()),
            old.total()));
    return ResultRow.of("storage", old.id()).with("type", old.type());
  }

  private static Map<String, String> settings(MethodCall call, Map<String, String> old) {
    var settings = new HashMap<>(old);
    for (var name : SETTINGS) {
      var value = call.text(name);
      if (value != null) {
        settings.put(name, value);
      }
    }
    return settings;
  }

  private static List<String> list(MethodCall call, String name, List<String> otherwise) {
    return call.parameters().has(name) ? call.parameters().list(name) : otherwise;
  }

  private @Nullable Object delete(MethodCall call) {
    var storage = storages.get(call.required("storage"));
    storages.remove(storage.id());
    access.forget("/storage/" + storage.id());
    return null;
  }
}
