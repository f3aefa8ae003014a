package direttore.api.cluster;

import direttore.domain.node.Node;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A node in answers, with the field names of Proxmox; its figures are null while they are unknown,
 * as to an account without {@code Sys.Audit}.
 */
record NodeView(
    String node,
    String status,
    @Nullable Double cpu,
    @Nullable Integer maxcpu,
    @Nullable Long mem,
    @Nullable Long maxmem,
    @Nullable Long disk,
    @Nullable Long maxdisk,
    @Nullable Long uptime,
    @Nullable String version,
    @Nullable Instant since,
    @Nullable String trouble) {
  static NodeView of(Node node) {
    var known = node.told();
    return new NodeView(
        node.name().value(),
        node.status().name().toLowerCase(Locale.ROOT),
        known ? node.cpu() : null,
        known ? node.maxCpu() : null,
        known ? node.mem() : null,
        known ? node.maxMem() : null,
        known ? node.disk() : null,
        known ? node.maxDisk() : null,
        known ? node.uptime() : null,
        node.version(),
        node.since(),
        node.trouble());
  }
}
