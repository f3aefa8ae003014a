package direttore.proxmox.api;

import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Timeframe;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.reply.ReplyRow;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET …/rrddata} of nodes and guests, averages that Proxmox keeps. */
final class Histories {
  private Histories() {}

  static List<HistoryPoint> read(ProxmoxSession session, ApiPath of, Timeframe frame) {
    var parameters = Parameters.none().with("timeframe", frame.wire()).with("cf", "AVERAGE");
    return session.get(of.child("rrddata"), parameters).rows().stream()
        .map(Histories::point)
        .toList();
  }

  private static HistoryPoint point(ReplyRow row) {
    // Nodes call it memused and memtotal, guests mem and maxmem.
    return new HistoryPoint(
        Instant.ofEpochSecond(row.number("time")),
        decimal(row, "cpu"),
        row.has("memused") ? number(row, "memused") : number(row, "mem"),
        row.has("memtotal") ? number(row, "memtotal") : number(row, "maxmem"),
        decimal(row, "netin"),
        decimal(row, "netout"),
        decimal(row, "diskread"),
        decimal(row, "diskwrite"));
  }

  private static @Nullable Double decimal(ReplyRow row, String name) {
    return row.has(name) ? Double.valueOf(row.decimal(name)) : null;
  }

  private static @Nullable Long number(ReplyRow row, String name) {
    return row.has(name) ? Long.valueOf(row.number(name)) : null;
  }
}
