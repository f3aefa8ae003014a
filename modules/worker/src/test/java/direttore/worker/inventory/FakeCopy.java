package direttore.worker.inventory;

import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.InventoryCopy;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.KindState;
import direttore.domain.inventory.SourceObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The copy in memory, which keeps to the same facts as that in PostgreSQL. */
final class FakeCopy implements InventoryCopy {
  private record Held(SourceObject object, long reading) {}

  private final Map<Kind, TreeMap<Long, Held>> held = new HashMap<>();
  private final Map<Kind, KindState> kinds = new EnumMap<>(Kind.class);
  private CopyState state = CopyState.never();
  private @Nullable Long change;
  private long reading;

  private TreeMap<Long, Held> held(Kind kind) {
    return held.computeIfAbsent(kind, k -> new TreeMap<>());
  }

  /** How the objects of a kind read, by id. */
  List<String> texts(Kind kind) {
    return held(kind).values().stream().map(h -> h.object().json()).toList();
  }

  @Override
  public CopyState state() {
    return state;
  }

  @Override
  public Map<Kind, KindState> kinds() {
    return Map.copyOf(kinds);
  }

  @Override
  public OptionalLong change() {
    var at = change;
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  @Override
  public long begin() {
    return ++reading;
  }

  @Override
  public void put(Kind kind, long by, List<SourceObject> objects) {
    objects.forEach(object -> held(kind).put(object.id(), new Held(object, by)));
  }

  @Override
  public void whole(Kind kind, long by, Instant began) {
    held(kind).values().removeIf(h -> h.reading() < by);
    kinds.put(kind, new KindState(latest(kind), began, false));
  }

  private @Nullable Instant latest(Kind kind) {
    return held(kind).values().stream()
        .map(h -> h.object().lastUpdated())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  @Override
  public void caughtUp(Kind kind, long by) {
    var before = kinds.getOrDefault(kind, KindState.NEVER);
    kinds.put(kind, new KindState(latest(kind), before.wholeAt(), before.stale()));
  }

  @Override
  public void remove(Kind kind, Collection<Long> ids) {
    held(kind).keySet().removeAll(ids);
  }

  @Override
  public void keepOnly(Kind kind, long by, Collection<Long> ids) {
    held(kind).entrySet().removeIf(e -> e.getValue().reading() < by && !ids.contains(e.getKey()));
  }

  @Override
  public void stale(Collection<Kind> which) {
    which.forEach(kind ->
        kinds.computeIfPresent(kind, (k, s) -> new KindState(s.stamp(), s.wholeAt(), true)));
  }

  @Override
  public void settle(@Nullable Long at) {
    change = at;
  }

  @Override
  public void current(String version, Instant at) {
    state = new CopyState(version, true, at, at, state.trouble(), state.troubledAt());
  }

  @Override
  public void trouble(String sentence, Instant at) {
    state = new CopyState(state.version(), false, state.readAt(), state.comparedAt(), sentence, at);
  }
}
