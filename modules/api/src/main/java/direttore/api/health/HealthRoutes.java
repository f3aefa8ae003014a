package direttore.api.health;

import direttore.api.http.Answer;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.access.Right;
import direttore.domain.agenda.DutyState;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /health} for process supervisors and load balancers, and its detail for operators. */
public final class HealthRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String UP = "up";
  private static final String DEGRADED = "degraded";
  private static final String DOWN = "down";
  private static final Comparator<String> WORST =
      Comparator.comparingInt(List.of(UP, DEGRADED, DOWN)::indexOf);

  private final List<Part> parts;
  private final Supplier<List<DutyState>> duties;

  /**
   * Over what must be well.
   *
   * @param duties how it goes with what is done periodically
   */
  public HealthRoutes(List<Part> parts, Supplier<List<DutyState>> duties) {
    this.parts = List.copyOf(parts);
    this.duties = duties;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", RequiredRight.NONE, this::live),
        Route.get("/health/ready", RequiredRight.NONE, this::ready),
        Route.get("/api/health", RequiredRight.of(Right.RUN_JOBS), this::detail));
  }

  /** Whether all is well, and what is not. */
  record HealthView(String status, List<PartView> parts) {}

  /** Whether one part is well. */
  record PartView(String name, String status, @Nullable String detail) {}

  /** The same with what is done periodically. */
  record DetailView(String status, List<PartView> parts, List<DutyView> duties) {}

  private void live(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, new HealthView("up", List.of()));
  }

  private void ready(ServerRequest req, ServerResponse res) {
    var health = health();
    res.status(health.status().equals(DOWN) ? Status.SERVICE_UNAVAILABLE_503 : Status.OK_200);
    Answer.json(req, res, health);
  }

  /** Answered whatever the state is: it is what was asked for. */
  private void detail(ServerRequest req, ServerResponse res) {
    var health = health();
    var all = duties.get().stream().map(DutyView::of).toList();
    Answer.json(req, res, new DetailView(health.status(), health.parts(), all));
  }

  private HealthView health() {
    var checks = parts.stream().map(HealthRoutes::begin).toList();
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var views = checks.stream().map(check -> check.view(deadline)).toList();
    var status = views.stream().map(PartView::status).max(WORST).orElse(UP);
    return new HealthView(status, views);
  }

  private static Check begin(Part part) {
    var answer = new FutureTask<>(() -> view(part));
    Thread.startVirtualThread(answer);
    return new Check(part.name(), answer);
  }

  private static PartView view(Part part) {
    var trouble = part.trouble().get();
    if (trouble.isPresent()) {
      return new PartView(part.name(), DOWN, trouble.get());
    }
    var flaw = part.flaw().get();
    return new PartView(part.name(), flaw.isEmpty() ? UP : DEGRADED, flaw.orElse(null));
  }

  /** A look at one part that may take its time, but not ours. */
  private record Check(String name, FutureTask<PartView> answer) {
    PartView view(long deadline) {
      try {
        return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        return new PartView(name, DOWN, "does not answer");
      } catch (ExecutionException e) {
        return new PartView(name, DOWN, "cannot be checked");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PartView(name, DOWN, "cannot be checked now");
      }
    }
  }
}
