package direttore.worker.operation;

import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import direttore.domain.time.Time;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A system that keeps addresses: it reserves at once, and publishes by jobs that take a while. */
final class AddressBook {
  static final String NAME = "Addresses";
  final Map<String, String> reserved = new HashMap<>();
  final Map<String, String> published = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  final Map<String, Deque<SystemFailure>> failures = new HashMap<>();
  boolean answers = true;
  boolean pinned;
  Runnable beforeCall = () -> {};
  Runnable afterCall = () -> {};
  private final Map<String, Job> jobs = new HashMap<>();
  private final Time time;

  private record Job(String address, String name, Instant ends) {}

  AddressBook(Time time) {
    this.time = time;
  }

  void fail(String call, Kind kind) {
    failures
        .computeIfAbsent(call, c -> new ArrayDeque<>())
        .add(new SystemFailure(NAME, kind, call + " failed", null));
  }

  void reserve(String address, String name) {
    call(
        "reserve",
        () -> {
          var other = reserved.get(address);
          if (other != null && !other.equals(name)) {
            throw new SystemFailure(NAME, new Kind.Exists(), address + " is " + other, null);
          }
          reserved.put(address, name);
        });
  }

  void release(String address) {
    call("release", () -> reserved.remove(address));
  }

  @Nullable String holder(String address) {
    call("holder", () -> {});
    return reserved.get(address);
  }

  String publish(String address, String name) {
    var id = "job-" + (jobs.size() + 1);
    call("publish", () -> jobs.put(id, new Job(address, name, time.now().plusSeconds(3))));
    return id;
  }

  void withdraw(String address) {
    call(
        "withdraw",
        () -> {
          jobs.values().removeIf(job -> job.address().equals(address));
          published.remove(address);
        });
  }

  /** The job that publishes the address, or did. */
  Optional<String> job(String address) {
    call("jobs", () -> {});
    return jobs.entrySet().stream()
        .filter(e -> e.getValue().address().equals(address))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean isPublished(String address) {
    call("published", () -> {});
    return published.containsKey(address);
  }

  boolean answers() {
    call("answers", () -> {});
    return answers;
  }

  /** What time does to it. */
  void tick() {
    jobs.values().stream()
        .filter(job -> !time.now().isBefore(job.ends()))
        .forEach(job -> published.put(job.address(), job.name()));
  }

  long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  private void call(String name, Runnable effect) {
    beforeCall.run();
    calls.add(name);
    var failure = failures.getOrDefault(name, new ArrayDeque<>()).poll();
    if (failure != null && !(failure.kind() instanceof Kind.AnswerLost)) {
      throw failure;
    }
    effect.run();
    if (failure != null) {
      throw failure;
    }
    afterCall.run();
  }
}
