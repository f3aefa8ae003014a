package direttore.acceptance.bench;

import direttore.acceptance.JsonClient;
import java.util.ArrayList;
import java.util.List;

/** VMs that do not run; each is one path below the API. */
final class StoppedVms {
  private StoppedVms() {}

  static List<String> of(JsonClient client, int count) {
    var found = new ArrayList<String>();
    for (var node : client.get("/api/proxmox/nodes").body()) {
      var name = node.path("node").asText();
      for (var vm : client.get("/api/proxmox/nodes/%s/vms".formatted(name)).body()) {
        if (vm.path("status").asText().equals("stopped") && !vm.path("template").asBoolean()) {
          found.add("/api/proxmox/nodes/%s/vms/%d".formatted(name, vm.path("vmid").asInt()));
        }
      }
    }
    if (found.size() < count) {
      throw new IllegalStateException("only %d stopped VMs".formatted(found.size()));
    }
    return found.subList(0, count);
  }
}
