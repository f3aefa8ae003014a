package direttore.simulator.pve.change;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes the configuration of a guest: PUT and POST .../config. */
public final class ConfigUpdate {
  private static final Set<String> NOT_CONFIGURATION =
      Set.of(
          "node",
          "vmid",
          "digest",
          "delete",
          "revert",
          "skiplock",
          "force",
          "background_delay",
          "import-working-storage");
  private static final int MOST_UNUSED = 256;

  private final Site site;
  private final Kind kind;
  private final Plug plug;
  private final ConfigRights rights;

  /** Changes the site's guests of that kind. */
  public ConfigUpdate(Site site, Kind kind, Plug plug) {
    this.site = site;
    this.kind = kind;
    this.plug = plug;
    this.rights = new ConfigRights(site.access(), site.nodes());
  }

  /** Changes it and returns when that is done. */
  public @Nullable Object now(MethodCall call) throws InterruptedException {
    var request = request(call);
    change(request, TaskProcess.silent(site.clock()));
    return null;
  }

  /** Takes drives out, as a change that deletes their keys. */
  public @Nullable Object unlink(MethodCall call) throws InterruptedException {
    var keys = call.parameters().list("idlist");
    rights.check(call.caller(), kind, call.vmid(), null, keys, Map.of());
    change(
        new LockRequest(
            call.node(), call.vmid(), null, false, call.flag("force"), Map.of(), keys, List.of()),
        TaskProcess.silent(site.clock()));
    return null;
  }

  /** Starts a task that changes it. */
  public String later(MethodCall call) {
    var request = request(call);
    check(site.guests().load(kind, request.node, request.vmid), request);
    return site.task(kind, "config", call, worker -> change(request, worker));
  }

  private LockRequest request(MethodCall call) {
    if (call.flag("skiplock") && !call.caller().isRoot()) {
      throw new ParameterErrors("skiplock", "Only root may use this option.");
    }
    var values = GuestConfigKeys.of(call, NOT_CONFIGURATION);
    var delete = call.parameters().list("delete");
    var revert = call.parameters().list("revert");
    for (var key : delete) {
      if (values.containsKey(key)) {
        throw new ParameterErrors(
            "delete", "you can't use '-%s' and -delete %s' at the same time".formatted(key, key));
      }
    }
    if (values.isEmpty() && delete.isEmpty() && revert.isEmpty()) {
      throw new Failure("no options specified");
    }
    rights.check(call.caller(), kind, call.vmid(), null, delete, Map.of());
    rights.check(call.caller(), kind, call.vmid(), null, values.keySet(), values);
    return new LockRequest(
        call.node(),
        call.vmid(),
        call.text("digest"),
        call.flag("skiplock"),
        call.flag("force"),
        values,
        delete,
        revert);
  }

  private void change(LockRequest request, TaskProcess worker) throws InterruptedException {
    site.locks()
        .with(
            kind,
            request.node,
            request.vmid,
            GuestLocks.USUAL,
            worker,
            () -> {
              var guest = site.guests().load(kind, request.node, request.vmid);
              check(guest, request);
              worker.log(told(request));
              var draft = new Draft(guest);
              request.revert.forEach(draft.pending::remove);
              for (var key : request.delete) {
                delete(draft, key, request.force, worker);
              }
              for (var value : request.values.entrySet()) {
                set(draft, value.getKey(), value.getValue(), worker);
              }
              return site.guests()
                  .change(request.vmid, g -> g.configured(draft.config).awaiting(draft.pending));
            });
  }

  private static void check(Guest guest, LockRequest request) {
    GuestLocks.checkDigest(guest, request.digest);
    if (!request.skiplock) {
      GuestLocks.check(guest);
    }
  }

  private String told(LockRequest request) {
    var text = new StringBuilder("update %s %d:".formatted(kind.title(), request.vmid));
    if (!request.delete.isEmpty()) {
      text.append(" -delete ").append(String.join(",", request.delete));
    }
    request.values.forEach((key, value) ->
        text.append(" -")
            .append(key)
            .append(' ')
            .append(key.equals("cipassword") ? "<hidden>" : value));
    return text.toString();
  }

  private void delete(Draft draft, String key, boolean force, TaskProcess worker)
      throws InterruptedException {
    var value = draft.config.getOrDefault(key, draft.pending.get(key));
    if (value == null) {
      worker.log("cannot delete '%s' - not set in current configuration!".formatted(key));
      return;
    }
    if (key.startsWith("unused") || plug.holdsVolume(key, value)) {
      GuestLocks.checkProtection(draft.guest, "can't remove drive '%s'".formatted(key));
    }
    draft.pending.remove(key);
    if (draft.guest.running() && !plug.reachesRunning(draft.guest, key)) {
      draft.pending.put(key, "");
      return;
    }
    draft.config.remove(key);
    if (key.startsWith("unused") || force) {
      free(draft.guest, plug.volume(value), worker);
    } else if (plug.holdsVolume(key, value)) {
      keepUnused(draft, plug.volume(value));
    }
    draft.forgetBoot(key);
  }

  private void set(Draft draft, String key, String value, TaskProcess worker)
      throws InterruptedException {
    var prepared = plug.prepared(draft.guest, key, value, worker);
    var before = draft.config.get(key);
    draft.pending.remove(key);
    if (draft.guest.running() && !plug.reachesRunning(draft.guest, key)) {
      if (!prepared.equals(before)) {
        draft.pending.put(key, prepared);
      }
      return;
    }
    draft.config.put(key, prepared);
    if (before != null
        && plug.holdsVolume(key, before)
        && !plug.volume(before).equals(plug.volume(prepared))) {
      keepUnused(draft, plug.volume(before));
    }
  }

  private static void keepUnused(Draft draft, String volume) {
    draft
        .config
        .entrySet()
        .removeIf(e -> e.getKey().startsWith("unused") && e.getValue().equals(volume));
    for (var i = 0; i < MOST_UNUSED; i++) {
      if (!draft.config.containsKey("unused" + i)) {
        draft.config.put("unused" + i, volume);
        return;
      }
    }
    throw new Failure("Too many unused volumes - please delete them first.");
  }

  private void free(Guest guest, String volume, TaskProcess worker) throws InterruptedException {
    var volid = Volid.parse(volume);
    if (volid != null) {
      var storage = site.disks().storages().get(volid.storage());
      var found = site.disks().volumes().find(storage, guest.node(), volid.name());
      if (found.isPresent() && found.get().vmid() == guest.vmid()) {
        site.disks().free(guest.node(), found.get(), worker);
      }
    }
  }

  private record LockRequest(
      String node,
      int vmid,
      @Nullable String digest,
      boolean skiplock,
      boolean force,
      Map<String, String> values,
      List<String> delete,
      List<String> revert) {}

  private static final class Draft {
    private final Guest guest;
    private final Map<String, String> config;
    private final Map<String, String> pending;

    Draft(Guest guest) {
      this.guest = guest;
      this.config = new TreeMap<>(guest.config());
      this.pending = new TreeMap<>(guest.pending());
    }

    void forgetBoot(String device) {
      var boot = config.get("boot");
      if (boot != null && boot.startsWith("order=")) {
        var devices = new ArrayList<>(List.of(boot.substring(6).split(";", -1)));
        if (devices.remove(device)) {
          config.put("boot", "order=" + String.join(";", devices));
        }
      }
    }
  }
}
