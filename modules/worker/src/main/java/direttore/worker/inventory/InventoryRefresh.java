package direttore.worker.inventory;

import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyFailed;
import direttore.domain.inventory.InventoryCopy;
import direttore.domain.inventory.InventorySource;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.KindState;
import direttore.domain.inventory.Naming;
import direttore.domain.inventory.SourceChange;
import direttore.domain.inventory.SourceChange.Action;
import direttore.domain.system.SystemFailure;
import direttore.domain.time.Every;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the copy of NetBox up to date: by its change log where that can be read, now and then by
 * its stamps, and once a day by reading all. What could not be read stays as it was.
 */
public final class InventoryRefresh implements Duty.Work {
  private static final Every OFTEN =
      Every.of(Duration.ofSeconds(20)).first(Duration.ZERO).again(Duration.ofSeconds(30));

  /** Transactions of NetBox commit later than their stamps say. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration DAILY = Duration.ofDays(1);
  private static final Duration HOURLY = Duration.ofHours(1);

  /** All of a kind is read at most so often because a name in it changed. */
  private static final Duration NAMES = Duration.ofMinutes(10);

  private static final Duration STAMPS = Duration.ofMinutes(10);
  private static final Duration STAMPS_WITHOUT_LOG = Duration.ofMinutes(5);

  private final InventorySource source;
  private final InventoryCopy copy;
  private final Clock clock;
  private final ChangeLog log;
  private @Nullable String version;
  private Instant asked = Instant.MIN;
  private Instant swept = Instant.MIN;
  private Instant matched = Instant.MIN;
  private boolean logged = true;

  /** What NetBox is being asked for; null for anything else. */
  private @Nullable Kind asking;

  public InventoryRefresh(InventorySource source, InventoryCopy copy, Clock clock) {
    this.source = source;
    this.copy = copy;
    this.clock = clock;
    this.log = new ChangeLog(source, copy);
  }

  /** The same as a duty of the lab. */
  public Duty duty() {
    return Duty.once("inventory", OFTEN, this);
  }

  @Override
  public Optional<String> run() {
    var now = clock.instant();
    if (!logged
        && now.isBefore(swept.plus(STAMPS_WITHOUT_LOG))
        && copy.state().hindrance() == null) {
      return Optional.empty();
    }
    var reading = copy.begin();
    try {
      var says = version(now);
      new Round(reading, now).bringUpToDate();
      copy.current(says, now);
      return Optional.empty();
    } catch (SystemFailure e) {
      version = null;
      var sentence = sentence(e);
      copy.trouble(sentence, clock.instant());
      throw new DutyFailed(sentence, e);
    } finally {
      asking = null;
    }
  }

  /** A right that is missing is one of a kind of object, which NetBox does not name. */
  private String sentence(SystemFailure failure) {
    var kind = asking;
    return kind == null || !(failure.kind() instanceof SystemFailure.Kind.Forbidden)
        ? failure.explained()
        : "%s (asked for %s)".formatted(failure.explained(), kind.type());
  }

  /** Asked for now and then, and after each trouble. */
  private String version(Instant now) {
    var known = version;
    if (known != null && now.isBefore(asked.plus(HOURLY))) {
      return known;
    }
    var says = source.status().orThrow().version();
    version = says;
    asked = now;
    return says;
  }

  /** One time that the copy is brought up to date. */
  private final class Round {
    private final long reading;
    private final Instant now;
    private final Map<Kind, KindState> kinds = copy.kinds();
    private final Set<Kind> whole = EnumSet.noneOf(Kind.class);

    /** The earliest change of each kind that is to be asked for. */
    private final Map<Kind, Instant> touched = new EnumMap<>(Kind.class);

    Round(long reading, Instant now) {
      this.reading = reading;
      this.now = now;
    }

    void bringUpToDate() {
      var daily = Arrays.stream(Kind.values()).filter(this::dueWhole).toList();
      if (!daily.isEmpty() && log.rewound()) {
        log.lost();
      }
      var news = log.news(now);
      logged = news.isPresent();
      whole.addAll(daily);
      news.ifPresentOrElse(this::read, log::lost);
      var sweeping = !now.isBefore(swept.plus(logged ? STAMPS : STAMPS_WITHOUT_LOG));
      for (var kind : Kind.values()) {
        if (whole.contains(kind)) {
          all(kind);
        } else if (sweeping || touched.containsKey(kind)) {
          since(kind);
        }
      }
      if (!logged && !now.isBefore(matched.plus(HOURLY))) {
        Arrays.stream(Kind.values()).filter(kind -> !whole.contains(kind)).forEach(this::match);
        matched = now;
      }
      if (sweeping) {
        swept = now;
      }
      news.ifPresent(this::settle);
    }

    private boolean dueWhole(Kind kind) {
      var at = state(kind).wholeAt();
      return at == null || !now.isBefore(at.plus(DAILY)) || namesDue(kind);
    }

    private boolean namesDue(Kind kind) {
      var at = state(kind).wholeAt();
      return state(kind).stale() && at != null && !now.isBefore(at.plus(NAMES));
    }

    private KindState state(Kind kind) {
      return kinds.getOrDefault(kind, KindState.NEVER);
    }

    private void read(ChangeLog.News news) {
      if (news.gap()) {
        // Noted at once, so that what was read whole until a failure need not be read again.
        copy.stale(EnumSet.allOf(Kind.class));
        log.taken(news);
        EnumSet.allOf(Kind.class).stream().filter(this::rested).forEach(whole::add);
      }
      var renamed = EnumSet.noneOf(Kind.class);
      for (var change : news.changes()) {
        Kind.ofType(change.type())
            .filter(kind -> change.action() != Action.DELETE)
            .ifPresent(kind -> touched.merge(kind, change.time(), InventoryRefresh::earlier));
        if (change.action() != Action.CREATE || change.type().equals("extras.configcontext")) {
          renamed.addAll(Naming.of(change.type()));
        }
      }
      copy.stale(renamed);
      renamed.stream().filter(this::rested).forEach(whole::add);
    }

    private boolean rested(Kind kind) {
      var at = state(kind).wholeAt();
      return at == null || !now.isBefore(at.plus(NAMES));
    }

    private void all(Kind kind) {
      asking = kind;
      source.all(kind, page -> copy.put(kind, reading, page)).orThrow();
      copy.whole(kind, reading, now);
    }

    private void since(Kind kind) {
      asking = kind;
      var stamp = state(kind).stamp();
      var first = touched.get(kind);
      var from =
          stamp == null || first == null
              ? Optional.ofNullable(stamp).orElse(first)
              : earlier(stamp, first);
      source
          .since(
              kind,
              from == null ? Instant.EPOCH : from.minus(OVERLAP),
              page -> copy.put(kind, reading, page))
          .orThrow();
      copy.caughtUp(kind, reading);
    }

    private void match(Kind kind) {
      asking = kind;
      var ids = new ArrayList<Long>();
      source.ids(kind, ids::addAll).orThrow();
      copy.keepOnly(kind, reading, ids);
    }

    /** What was deleted is gone for good: ids do not come again. */
    private void settle(ChangeLog.News news) {
      var gone = new EnumMap<Kind, List<Long>>(Kind.class);
      news.changes().stream()
          .filter(change -> change.action() == Action.DELETE)
          .forEach(change -> Kind.ofType(change.type()).ifPresent(kind -> add(gone, kind, change)));
      gone.forEach(copy::remove);
      log.taken(news);
    }

    private static void add(Map<Kind, List<Long>> gone, Kind kind, SourceChange change) {
      gone.computeIfAbsent(kind, k -> new ArrayList<>()).add(change.object());
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
