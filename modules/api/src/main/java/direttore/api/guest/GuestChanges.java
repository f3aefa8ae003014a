package direttore.api.guest;

import direttore.domain.cluster.Reading;
import direttore.domain.guest.Guest;
import direttore.domain.guest.VmId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the list of guests, by numbers that only grow: who has seen the list up to one of
 * them asks for the rest. They hold for this process; another answers with all.
 */
final class GuestChanges {
  /** An uptime that is off by less was only read late, as Proxmox does every 10 s. */
  private static final Duration LATE = Duration.ofSeconds(15);

  private static final int GONE_REMEMBERED = 10_000;
  private final String epoch;
  private final Pattern known;
  private final Map<VmId, Seen> seen = new HashMap<>();
  private final Map<VmId, Long> gone = new LinkedHashMap<>();
  private @Nullable Reading<List<Guest>> latest;
  private long now;
  private long forgotten;

  /**
   * A guest as it was told.
   *
   * @param at when it was read as such
   * @param changed the number of its last change
   * @param moved the number of the last change of its figures
   */
  private record Seen(Guest guest, Instant at, GuestFigures figures, long changed, long moved) {}

  /**
   * @param epoch letters and digits that no other process has
   */
  GuestChanges(String epoch) {
    this.epoch = epoch;
    this.known = Pattern.compile(Pattern.quote(epoch) + "-(\\d{1,18})");
  }

  /** The cursor of who has that whole list, or null where there is a newer one. */
  @SuppressWarnings("ReferenceEquality") // a reading is the same only when it holds the same list
  synchronized @Nullable String cursor(Reading<List<Guest>> reading) {
    return take(reading).value() == reading.value() ? cursor() : null;
  }

  /**
   * What changed since a cursor.
   *
   * @param since an earlier cursor; one that is not known asks for all
   */
  synchronized Reading<ChangesView> since(Reading<List<Guest>> reading, String since) {
    var list = take(reading);
    var from = number(since);
    return list.map(all -> from < 0 ? complete(all) : after(from, all));
  }

  private String cursor() {
    return epoch + "-" + now;
  }

  private long number(String cursor) {
    var match = known.matcher(cursor);
    var number = match.matches() ? Long.parseLong(match.group(1)) : -1;
    return number < forgotten || number > now ? -1 : number;
  }

  private ChangesView complete(List<Guest> all) {
    var guests = all.stream().map(GuestView::of).toList();
    return new ChangesView(cursor(), true, guests, List.of(), List.of());
  }

  private ChangesView after(long from, List<Guest> all) {
    var guests = new ArrayList<GuestView>();
    var figures = new ArrayList<GuestFigures>();
    for (var guest : all) {
      var seenAs = seen.get(guest.ref().vmid());
      if (seenAs == null || seenAs.changed() > from) {
        guests.add(GuestView.of(guest));
      } else if (seenAs.moved() > from) {
        figures.add(seenAs.figures());
      }
    }
    var left =
        gone.entrySet().stream()
            .filter(each -> each.getValue() > from)
            .map(each -> each.getKey().value())
            .toList();
    return new ChangesView(cursor(), false, guests, figures, left);
  }

  /** Compares a reading with what was told, unless a later one came before it. */
  @SuppressWarnings("ReferenceEquality") // as above
  private Reading<List<Guest>> take(Reading<List<Guest>> reading) {
    var before = latest;
    if (before != null && reading.at().isBefore(before.at())) {
      return before;
    }
    latest = reading;
    if (before == null || before.value() != reading.value()) {
      compare(reading.value(), reading.at());
    }
    return reading;
  }

  private void compare(List<Guest> guests, Instant at) {
    var next = now + 1;
    var there = new HashMap<VmId, Guest>();
    for (var guest : guests) {
      there.put(guest.ref().vmid(), guest);
      seen.compute(guest.ref().vmid(), (id, before) -> told(before, guest, at, next));
      gone.remove(guest.ref().vmid());
    }
    seen.keySet()
        .removeIf(id -> {
          var left = !there.containsKey(id);
          if (left) {
            gone.put(id, next);
          }
          return left;
        });
    now = next;
    forgetOldest();
  }

  private static Seen told(@Nullable Seen before, Guest guest, Instant at, long next) {
    var figures = GuestFigures.of(guest);
    if (before == null || !alike(before, guest, at)) {
      return new Seen(guest, at, figures, next, next);
    }
    return figures.equals(before.figures())
        ? before
        : new Seen(before.guest(), before.at(), figures, before.changed(), next);
  }

  private static boolean alike(Seen before, Guest guest, Instant at) {
    return bare(before.guest()).equals(bare(guest))
        && ticks(before.guest().uptime(), Duration.between(before.at(), at), guest.uptime());
  }

  /** Whether it ran all the time, or not at all. */
  private static boolean ticks(long before, Duration passed, long now) {
    return (before == 0 || now == 0)
        ? before == now
        : Math.abs(now - before - passed.toSeconds()) <= LATE.toSeconds();
  }

  private static Guest bare(Guest g) {
    return new Guest(
        g.ref(),
        g.name(),
        g.status(),
        g.cpus(),
        g.maxMem(),
        g.maxDisk(),
        0,
        0,
        0,
        g.tags(),
        g.template(),
        g.lock(),
        g.lockedSince(),
        g.trouble());
  }

  private void forgetOldest() {
    var oldest = gone.entrySet().iterator();
    for (var many = gone.size(); many > GONE_REMEMBERED; many--) {
      forgotten = oldest.next().getValue();
      oldest.remove();
    }
  }
}
