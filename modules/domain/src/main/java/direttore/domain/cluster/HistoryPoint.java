package direttore.domain.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The load of a node or guest around one moment, averaged by Proxmox; null where nothing was
 * recorded, as while it was off.
 *
 * @param cpu share of its processors, 0 to 1
 * @param mem bytes in use, of {@code maxMem}
 * @param netIn bytes a second
 * @param netOut bytes a second
 * @param diskRead bytes a second, not recorded for nodes
 * @param diskWrite bytes a second, not recorded for nodes
 */
public record HistoryPoint(
    Instant time,
    @Nullable Double cpu,
    @Nullable Long mem,
    @Nullable Long maxMem,
    @Nullable Double netIn,
    @Nullable Double netOut,
    @Nullable Double diskRead,
    @Nullable Double diskWrite) {}
