package direttore.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.clock.ManualClock;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.fault.Faults;
import direttore.simulator.traffic.Answered;
import direttore.simulator.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The switches of one system for other processes: its faults, clock and request counters. */
public final class Control {
  /** Below which path a system serves them. */
  public static final String PATH = "/simulator/";

  private static final int LATEST = 1_000;

  private final TaskClock clock;
  private final Traffic traffic;
  private final Faults strikes;
  private final OwnFaults own;
  private final ObjectMapper json = new ObjectMapper();

  /** Switches what a system is made of. */
  public Control(TaskClock clock, Traffic traffic, Faults strikes, OwnFaults own) {
    this.clock = clock;
    this.traffic = traffic;
    this.strikes = strikes;
    this.own = own;
  }

  /** Answers a request to {@code /simulator}, whose caller may use the switches. */
  public Answer answer(String method, String path, byte[] body) {
    try {
      return switch (method + " " + path) {
        case "GET /simulator/requests" -> document(requests());
        case "DELETE /simulator/requests" -> {
          traffic.reset();
          yield document(Map.of());
        }
        case "POST /simulator/faults" -> {
          new FaultOrder(json.readTree(body)).carryOut(strikes, own);
          yield document(Map.of());
        }
        case "DELETE /simulator/faults" -> {
          strikes.clear();
          own.clear();
          yield document(Map.of());
        }
        case "GET /simulator/clock" -> document(Map.of("now", clock.now().toString()));
        case "POST /simulator/clock" -> advance(json.readTree(body).path("advance").asDouble());
        default -> Answer.bare(501, "no such switch");
      };
    } catch (IOException | IllegalArgumentException e) {
      return Answer.bare(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer advance(double seconds) throws JsonProcessingException {
    if (!(clock instanceof ManualClock manual)) {
      return Answer.bare(400, "the clock is the machine's own");
    }
    manual.advance(Duration.ofMillis(Math.round(seconds * 1000)));
    return document(Map.of("now", clock.now().toString()));
  }

  private Map<String, Object> requests() {
    var all = traffic.latest();
    var latest = all.subList(Math.max(0, all.size() - LATEST), all.size());
    return Map.of(
        "total", traffic.total(),
        "busiest_second", traffic.busiestSecond(),
        "by_second", traffic.bySecond(),
        "latest", latest.stream().map(Control::row).toList());
  }

  private static List<Object> row(Answered answered) {
    return List.of(
        answered.at().toString(),
        answered.method(),
        answered.path(),
        answered.caller(),
        answered.status(),
        answered.took().toMillis());
  }

  private Answer document(Object content) throws JsonProcessingException {
    return new Answer(200, "OK", json.writeValueAsString(content));
  }

  /**
   * What it answers.
   *
   * @param document JSON, empty where the reason says all
   */
  public record Answer(int status, String reason, String document) {
    private static Answer bare(int status, String reason) {
      return new Answer(status, reason, "");
    }
  }
}
