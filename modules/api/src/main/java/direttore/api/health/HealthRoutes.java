package direttore.api.health;

import direttore.api.http.Answer;
import direttore.api.http.Need;
import direttore.api.http.Route;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code /health}: for process supervisors and load balancers. */
public final class HealthRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<Part> parts;

  public HealthRoutes(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", Need.NONE, this::live),
        Route.get("/health/ready", Need.NONE, this::ready));
  }

  /** Whether all is well, and what is not. */
  record HealthView(String status, List<PartView> parts) {}

  /** Whether one part is well. */
  record PartView(String name, String status, @Nullable String detail) {}

  private void live(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, new HealthView("up", List.of()));
  }

  private void ready(ServerRequest req, ServerResponse res) {
    var checks = parts.stream().map(HealthRoutes::begin).toList();
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var views = checks.stream().map(check -> check.view(deadline)).toList();
    var up = views.stream().allMatch(v -> v.status().equals("up"));
    res.status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
    Answer.json(req, res, new HealthView(up ? "up" : "down", views));
  }

  private static Check begin(Part part) {
    var answer = new FutureTask<>(part.trouble()::get);
    Thread.startVirtualThread(answer);
    return new Check(part.name(), answer);
  }

  /** A look at one part that may take its time, but not ours. */
  private record Check(String name, FutureTask<Optional<String>> answer) {
    PartView view(long deadline) {
      var trouble = trouble(deadline);
      return new PartView(name, trouble.isEmpty() ? "up" : "down", trouble.orElse(null));
    }

    private Optional<String> trouble(long deadline) {
      try {
        return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        answer.cancel(true);
        return Optional.of("does not answer");
      } catch (ExecutionException e) {
        return Optional.of("cannot be checked");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("cannot be checked now");
      }
    }
  }
}
