package direttore.simulator.pve.migration;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.site.Site;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To which storages volumes go: each to the one of its name, unless told otherwise.
 *
 * @param pairs of old and new storages
 * @param others where the rest goes, or empty for its own name
 */
record StorageMap(Map<String, String> pairs, String others) {
  StorageMap {
    pairs = Map.copyOf(pairs);
  }

  /** The map that the parameter says: {@code a:b,c}, or {@code 1} for the same names. */
  static StorageMap of(@Nullable String text) {
    var pairs = new HashMap<String, String>();
    var others = "";
    if (text != null && !text.equals("1")) {
      for (var part : text.split("[,; ]+", -1)) {
        var end = part.indexOf(':');
        if (end < 0) {
          others = part;
        } else {
          pairs.put(part.substring(0, end), part.substring(end + 1));
        }
      }
    }
    return new StorageMap(pairs, others);
  }

  String target(String storage) {
    return pairs.getOrDefault(storage, others.isEmpty() ? storage : others);
  }

  boolean isPlain() {
    return pairs.isEmpty() && others.isEmpty();
  }

  /** Refuses what the target has no place for, and what the caller may not use. */
  void check(MethodCall call, Guest guest, Kind kind, Site site) {
    if (!isPlain()) {
      site.access().require(call.caller(), "/vms/" + call.vmid(), "VM.Config.Disk");
      for (var id : pairs.values()) {
        site.access().require(call.caller(), "/storage/" + id, "Datastore.AllocateSpace");
      }
      if (!others.isEmpty()) {
        site.access().require(call.caller(), "/storage/" + others, "Datastore.AllocateSpace");
      }
    }
    for (var used : LocalVolumes.all(guest, site).values()) {
      if (used.cdrom()) {
        continue;
      }
      var storage =
          site.disks().storages().enabled(target(used.volid().storage()), call.required("target"));
      var content = kind == Kind.QEMU ? "images" : "rootdir";
      if (!storage.holds(content)) {
        throw new Failure(
            "content type '%s' is not available on storage '%s'".formatted(content, storage.id()));
      }
    }
  }
}
