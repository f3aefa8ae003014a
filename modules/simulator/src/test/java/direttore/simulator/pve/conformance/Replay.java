package direttore.simulator.pve.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.clock.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends recorded requests to the simulator, in order, and compares the answers. Time stands still
 * while a recorded task was running, and goes on until every task is done before anything else.
 */
final class Replay {
  private static final Duration STEP = Duration.ofMillis(250);
  private static final int MOST_STEPS = 2000;

  private final Http http;
  private final ManualClock clock;
  private final Translation translation = new Translation();
  private final Set<String> running = new LinkedHashSet<>();
  private final Map<Recording, List<String>> wrong = new LinkedHashMap<>();
  private final Map<Recording, String> skipped = new LinkedHashMap<>();
  private final List<String> excused = new ArrayList<>();
  private String ticket = "";
  private int replayed;

  Replay(Http http, ManualClock clock) {
    this.http = http;
    this.clock = clock;
  }

  void all(List<Recording> recordings) throws Exception {
    for (var recording : recordings) {
      var reason = Excuses.skips(recording);
      if (reason == null) {
        one(recording);
      } else {
        skipped.put(recording, reason);
      }
    }
  }

  private void one(Recording recording) throws Exception {
    var upid = recording.pathParameters().get("upid");
    if (upid != null
        && recording.verb().equals("GET")
        && upid.startsWith("UPID")
        && !isKnown(upid)) {
      skipped.put(recording, "its task was not started here");
      return;
    }
    if (!recording.showsRunningTask()) {
      settle();
    }
    var answer = patiently(() -> send(recording));
    if (recording.showsRunningTask() && answer.body().contains("\"exitstatus\"")) {
      skipped.put(recording, "our task took no time");
      return;
    }
    judge(recording, answer);
  }

  private boolean isKnown(String upid) {
    return translation.knows(upid) || upid.contains("00000001:00000001");
  }

  private Http.Answer send(Recording recording) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    recording
        .headers()
        .forEach((name, value) -> {
          switch (name) {
            case "cookie", "csrfpreventiontoken", "authorization", "content-type" ->
                headers.put(name, translation.apply(value));
            default -> {}
          }
        });
    return http.send(
        recording.verb(),
        translation.apply(recording.target()),
        headers,
        translation.apply(recording.body()));
  }

  private void judge(Recording recording, Http.Answer answer) {
    var differences = new ArrayList<String>();
    if (answer.status() != recording.status()) {
      differences.add("status %d: %s".formatted(answer.status(), answer.reason()));
    } else {
      if (!translation.apply(recording.reason()).equals(answer.reason())) {
        differences.add(
            "reason '%s' instead of '%s'".formatted(answer.reason(), recording.reason()));
      }
      differences.addAll(bodies(recording, answer));
    }
    differences.removeIf(d -> isExcused(recording, d));
    replayed++;
    if (!differences.isEmpty()) {
      wrong.put(recording, differences);
    }
  }

  private boolean isExcused(Recording recording, String difference) {
    var reason = Excuses.excuses(recording, difference);
    if (reason != null) {
      excused.add("#%d %s: %s".formatted(recording.number(), difference, reason));
    }
    return reason != null;
  }

  private List<String> bodies(Recording recording, Http.Answer answer) {
    if (recording.response().isEmpty() || answer.body().isEmpty()) {
      return recording.response().isEmpty() == answer.body().isEmpty()
          ? List.of()
          : List.of("body '%s'".formatted(answer.body()));
    }
    var theirs = Recording.json(recording.response());
    var ours = Recording.json(answer.body());
    translation.learn(theirs, ours);
    noteTask(recording, ours);
    if (ours.path("data").path("username").asText().equals("root@pam")) {
      ticket = ours.path("data").path("ticket").asText();
    }
    var differences = new ArrayList<>(Likeness.differences(theirs, ours));
    same("message", theirs, ours, differences);
    same("errors", theirs, ours, differences);
    same("exitstatus", theirs.path("data"), ours.path("data"), differences);
    same("status", theirs.path("data"), ours.path("data"), differences);
    same("t", last(theirs.path("data")), last(ours.path("data")), differences);
    return differences;
  }

  private static JsonNode last(JsonNode data) {
    return data.path(data.size() - 1);
  }

  private void same(String name, JsonNode theirs, JsonNode ours, List<String> differences) {
    if (theirs.path(name).isMissingNode()) {
      return;
    }
    var expected = Recording.json(translation.apply(theirs.path(name).toString()));
    if (!expected.equals(ours.path(name))) {
      differences.add("%s = %s instead of %s".formatted(name, ours.path(name), expected));
    }
  }

  private void noteTask(Recording recording, JsonNode answered) {
    var data = answered.path("data");
    var upid = data.isTextual() ? data.asText() : data.path("upid").asText();
    if (!recording.verb().equals("GET") && upid.startsWith("UPID:")) {
      running.add(upid);
    }
  }

  /** Lets the time go on until no task runs. */
  private void settle() throws Exception {
    var headers = Map.of("Cookie", "PVEAuthCookie=" + ticket);
    for (var upid : List.copyOf(running)) {
      var target = "/api2/json/nodes/%s/tasks/%s/status".formatted(upid.split(":", 3)[1], upid);
      for (var step = 0;
          http.send("GET", target, headers, "").body().contains("\"running\"");
          step++) {
        if (step > MOST_STEPS) {
          throw new IllegalStateException(upid + " does not end");
        }
        clock.advance(STEP);
      }
      running.remove(upid);
    }
  }

  /** A call may itself wait for simulated time, so that goes on if there is no answer soon. */
  private Http.Answer patiently(Callable<Http.Answer> call) throws Exception {
    var task = new FutureTask<>(call);
    Thread.ofVirtual().start(task);
    for (var step = 0; step < MOST_STEPS; step++) {
      try {
        return task.get(step == 0 ? 300 : 5, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        clock.advance(STEP);
      } catch (ExecutionException e) {
        throw new IllegalStateException("no answer", e.getCause());
      }
    }
    throw new IllegalStateException("no answer however long one waits");
  }

  int replayed() {
    return replayed;
  }

  Map<Recording, String> skipped() {
    return skipped;
  }

  List<String> excused() {
    return excused;
  }

  List<String> wrong() {
    return wrong.entrySet().stream()
        .map(e -> "%s%n    %s".formatted(e.getKey(), String.join("\n    ", e.getValue())))
        .toList();
  }
}
