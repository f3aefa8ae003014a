package direttore.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.clock.ManualClock;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.fault.Faults;
import direttore.simulator.pve.access.Refusal;
import direttore.simulator.pve.api.Credentials;
import direttore.simulator.pve.http.Head;
import direttore.simulator.pve.http.Response;
import direttore.simulator.pve.http.Service;
import direttore.simulator.traffic.Answered;
import direttore.simulator.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Faults, clock and request counters over HTTP, for root@pam and his tokens; everything else is
 * passed on.
 */
public final class ControlService implements Service {
  private static final int LATEST = 1_000;

  private final Service others;
  private final Credentials credentials;
  private final Faults faults;
  private final Traffic traffic;
  private final TaskClock clock;
  private final ObjectMapper json;

  /** Stands before the service that answers all other paths. */
  public ControlService(
      Service others,
      Credentials credentials,
      Faults faults,
      Traffic traffic,
      TaskClock clock,
      ObjectMapper json) {
    this.others = others;
    this.credentials = credentials;
    this.faults = faults;
    this.traffic = traffic;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public Admission admit(Head head) throws InterruptedException {
    if (!head.path().startsWith("/simulator/")) {
      return others.admit(head);
    }
    try {
      return credentials.caller(head).userid().equals("root@pam")
          ? new Admitted(body -> answer(head, body))
          : new Refused(Response.bare(403, "only root@pam may use the switches"));
    } catch (Refusal e) {
      return new Refused(Response.bare(e.status(), e.message()));
    }
  }

  private Response answer(Head head, byte[] body) {
    try {
      return switch (head.method() + " " + head.path()) {
        case "GET /simulator/requests" -> document(requests());
        case "DELETE /simulator/requests" -> {
          traffic.reset();
          yield document(Map.of());
        }
        case "POST /simulator/faults" -> {
          FaultOrder.carryOut(json.readTree(body), faults);
          yield document(Map.of());
        }
        case "DELETE /simulator/faults" -> {
          faults.clear();
          yield document(Map.of());
        }
        case "GET /simulator/clock" -> document(Map.of("now", clock.now().toString()));
        case "POST /simulator/clock" -> advance(json.readTree(body).path("advance").asDouble());
        default -> Response.bare(501, "no such switch");
      };
    } catch (IOException | IllegalArgumentException e) {
      return Response.bare(400, String.valueOf(e.getMessage()));
    }
  }

  private Response advance(double seconds) throws JsonProcessingException {
    if (!(clock instanceof ManualClock manual)) {
      return Response.bare(400, "the clock is the machine's own");
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
        "latest", latest.stream().map(ControlService::row).toList());
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

  private Response document(Object content) throws JsonProcessingException {
    return Response.json(200, "OK", json.writeValueAsBytes(content));
  }
}
