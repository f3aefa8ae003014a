package direttore.api.cluster;

import direttore.domain.node.Node;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A node in answers, with the field names of Proxmox. */
record NodeView(
    String node,
    String status,
    double cpu,
    int maxcpu,
    long mem,
    long maxmem,
    long disk,
    long maxdisk,
    long uptime,
    @Nullable String version,
    @Nullable Instant since,
    @Nullable String trouble) {
  static NodeView of(Node node) {
    return new NodeView(
        node.name().value(),
        node.status().name().toLowerCase(Locale.ROOT),
        node.cpu(),
        node.maxCpu(),
        node.mem(),
        node.maxMem(),
        node.disk(),
        node.maxDisk(),
        node.uptime(),
        node.version(),
        node.since(),
        node.trouble());
  }
}
