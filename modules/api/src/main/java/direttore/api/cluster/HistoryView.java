package direttore.api.cluster;

import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load over time in answers.
 *
 * @param points oldest first
 */
public record HistoryView(String timeframe, List<Point> points) {
  public HistoryView {
    points = List.copyOf(points);
  }

  /** One moment of it, with the field names of Proxmox. */
  public record Point(
      Instant time,
      @Nullable Double cpu,
      @Nullable Long mem,
      @Nullable Long maxmem,
      @Nullable Double netin,
      @Nullable Double netout,
      @Nullable Double diskread,
      @Nullable Double diskwrite) {
    static Point of(HistoryPoint point) {
      return new Point(
          point.time(),
          point.cpu(),
          point.mem(),
          point.maxMem(),
          point.netIn(),
          point.netOut(),
          point.diskRead(),
          point.diskWrite());
    }
  }

  public static HistoryView of(Timeframe frame, List<HistoryPoint> points) {
    return new HistoryView(frame.wire(), points.stream().map(Point::of).toList());
  }
}
