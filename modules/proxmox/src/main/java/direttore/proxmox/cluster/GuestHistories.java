package direttore.proxmox.cluster;

import direttore.domain.Refusal;
import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Reading;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.GuestRef;
import direttore.domain.time.Time;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loads of the guests that were looked at lately, each held like those of the nodes. */
final class GuestHistories {
  /** A year is about a thousand points; there are more guests than memory for all of theirs. */
  static final int MOST = 200;

  private final Source source;
  private final Held.Terms terms;
  private final Time time;
  private final Map<Span, Held<Optional<List<HistoryPoint>>>> held =
      Collections.synchronizedMap(new Latest());

  /** Reads from Proxmox; fails like a request to it. */
  interface Source {
    List<HistoryPoint> read(GuestRef guest, Timeframe frame);
  }

  private record Span(GuestRef guest, Timeframe frame) {}

  /** Those asked for last. */
  @SuppressWarnings("serial") // never serialised
  private static final class Latest
      extends LinkedHashMap<Span, Held<Optional<List<HistoryPoint>>>> {
    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(
        Map.Entry<Span, Held<Optional<List<HistoryPoint>>>> eldest) {
      return size() > MOST;
    }
  }

  GuestHistories(Source source, Duration patience, Clock clock) {
    this.source = source;
    this.terms =
        new Held.Terms(
            Duration.ofSeconds(30), Duration.ofSeconds(5), patience, Duration.ofSeconds(1));
    this.time = Time.of(clock);
  }

  Reading<List<HistoryPoint>> history(GuestRef guest, Timeframe frame) {
    var span = new Span(guest, frame);
    var reading =
        held.computeIfAbsent(span, wanted -> new Held<>(before -> read(wanted), terms, time)).get();
    if (reading.value().isEmpty()) {
      held.remove(span); // it may be made any moment
      throw new Refusal.NotFound(guest.kind().noun(), guest.vmid() + " on " + guest.node());
    }
    return reading.map(Optional::orElseThrow);
  }

  private Fetched<Optional<List<HistoryPoint>>> read(Span span) {
    try {
      return Fetched.whole(Optional.of(source.read(span.guest(), span.frame())));
    } catch (ProxmoxFailure.Answered e) {
      if (e.meaning() == Meaning.NO_GUEST) {
        return Fetched.whole(Optional.empty());
      }
      throw e;
    }
  }
}
