package direttore.worker.inventory;

import direttore.domain.inventory.Answer;
import direttore.domain.inventory.InventorySource;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceChange;
import direttore.domain.inventory.SourceChange.Action;
import direttore.domain.inventory.SourceObject;
import direttore.domain.inventory.SourceStatus;
import direttore.domain.system.SystemFailure;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A NetBox in memory, which counts what it is asked. */
final class FakeNetBox implements InventorySource {
  private final Map<Kind, TreeMap<Long, SourceObject>> objects = new EnumMap<>(Kind.class);
  private final List<SourceChange> changes = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private long lastChange;
  private @Nullable String mute;
  private @Nullable SystemFailure failure;

  FakeNetBox() {
    for (var kind : Kind.values()) {
      objects.put(kind, new TreeMap<>());
    }
  }

  private TreeMap<Long, SourceObject> of(Kind kind) {
    return Objects.requireNonNull(objects.get(kind));
  }

  void put(Kind kind, long id, String name, Instant now) {
    var action = of(kind).containsKey(id) ? Action.UPDATE : Action.CREATE;
    rewrite(kind, id, name, now);
    note(kind.type(), id, action, now);
  }

  /** Changes how an object reads without its stamp or a change of its own. */
  void rewrite(Kind kind, long id, String name, Instant stamp) {
    of(kind).put(id, new SourceObject(id, stamp, name));
  }

  void delete(Kind kind, long id, Instant now) {
    of(kind).remove(id);
    note(kind.type(), id, Action.DELETE, now);
  }

  /** Removes an object as one does who deletes rows of the database. */
  void lose(Kind kind, long id) {
    of(kind).remove(id);
  }

  void note(String type, long id, Action action, Instant now) {
    changes.add(new SourceChange(++lastChange, now, type, id, action));
  }

  /** The entry of a request that has begun and is not committed yet. */
  long begin() {
    return ++lastChange;
  }

  /** Lets such an entry come to light. */
  void commit(long entry, String type, long id, Action action, Instant time) {
    changes.add(new SourceChange(entry, time, type, id, action));
    changes.sort(Comparator.comparingLong(SourceChange::id));
  }

  /** What is asked in these words fails, until null is given. */
  void failAt(@Nullable String question, @Nullable SystemFailure why) {
    mute = question;
    failure = why;
  }

  /** What was asked since this was last asked. */
  List<String> asked() {
    var all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private <T> Answer<T> answer(String question, Answer.Known<T> known) {
    asked.add(question);
    return mute != null && failure != null && question.equals(mute)
        ? new Answer.Unknown<>(failure)
        : known;
  }

  @Override
  public URI address() {
    return URI.create("https://netbox.example");
  }

  @Override
  public Answer<SourceStatus> status() {
    return answer("status", new Answer.Known<>(new SourceStatus("4.7.3")));
  }

  @Override
  public Answer<Long> all(Kind kind, Consumer<List<SourceObject>> pages) {
    return told("all " + kind.wire(), kind, object -> true, pages);
  }

  @Override
  public Answer<Long> since(Kind kind, Instant stamp, Consumer<List<SourceObject>> pages) {
    return told(
        "since " + kind.wire(),
        kind,
        o -> !Objects.requireNonNull(o.lastUpdated()).isBefore(stamp),
        pages);
  }

  /** A page for each object; the last is missing where it fails. */
  private Answer<Long> told(
      String question,
      Kind kind,
      Predicate<SourceObject> wanted,
      Consumer<List<SourceObject>> pages) {
    var found = of(kind).values().stream().filter(wanted).toList();
    var answer = answer(question, new Answer.Known<>((long) found.size()));
    var failed = answer instanceof Answer.Unknown;
    found.stream()
        .limit(Math.max(0, failed ? found.size() - 1 : found.size()))
        .forEach(o -> pages.accept(List.of(o)));
    return answer;
  }

  @Override
  public Answer<Long> ids(Kind kind, Consumer<List<Long>> pages) {
    pages.accept(List.copyOf(of(kind).keySet()));
    return answer("ids " + kind.wire(), new Answer.Known<>(0L));
  }

  @Override
  public Answer<SourceObject> one(Kind kind, long id) {
    return answer(
        "one " + kind.wire(), new Answer.Known<>(Objects.requireNonNull(of(kind).get(id))));
  }

  @Override
  public Answer<Long> newestChange() {
    return answer("newest change", new Answer.Known<>(lastChange));
  }

  @Override
  public Answer<List<SourceChange>> changes(long after) {
    var later = changes.stream().filter(c -> c.id() > after).limit(CHANGES).toList();
    return answer("changes", new Answer.Known<>(later));
  }
}
