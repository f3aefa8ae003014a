package direttore.simulator.pve.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.fault.Fault;
import direttore.simulator.pve.access.AccessDenied;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.http.RequestHead;
import direttore.simulator.pve.http.Response;
import direttore.simulator.pve.http.Service;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.traffic.Answered;
import direttore.simulator.traffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api2} as pveproxy serves it. */
public final class ApiService implements Service {
  private static final Pattern PATH = Pattern.compile("/api2/([a-z]+)(/.*)?");
  private static final Set<String> FORMATS = Set.of("json", "extjs");

  private final Methods methods;
  private final CallerHeaders credentials;
  private final PveFaults faults;
  private final Traffic traffic;
  private final Patience patience;
  private final Arguments arguments;
  private final ReplyEnvelope envelope;

  /** Serves the methods of a cluster. */
  public ApiService(
      Methods methods,
      CallerHeaders credentials,
      PveFaults faults,
      Traffic traffic,
      Patience patience,
      ObjectMapper json) {
    this.methods = methods;
    this.credentials = credentials;
    this.faults = faults;
    this.traffic = traffic;
    this.patience = patience;
    this.arguments = new Arguments(json);
    this.envelope = new ReplyEnvelope(json, () -> !faults.isOldHost());
  }

  @Override
  public Admission admit(RequestHead head) {
    var match = PATH.matcher(head.path());
    if (!match.matches()) {
      return new Refused(Response.bare(501, "no such uri"));
    }
    var path = match.group(2) == null ? "/" : match.group(2);
    var ask = new Ask(head, match.group(1), path, Instant.now());
    try {
      var caller = credentials.of(head, path);
      return new Admitted(body -> noted(ask, caller, answer(ask, caller, body)));
    } catch (AccessDenied e) {
      return new Refused(noted(ask, null, refused(ask, e)));
    }
  }

  private Response answer(Ask ask, @Nullable Caller caller, byte[] body)
      throws InterruptedException {
    var effects = faults.strikes().strike(ask.head.method(), ask.path);
    var struck = before(ask, effects);
    if (struck != null) {
      return struck;
    }
    var response = carriedOut(ask, caller, body);
    for (var effect : effects) {
      if (effect instanceof Fault.Hold hold && hold.afterEffect()) {
        hold.gate().pass();
      }
    }
    return effects.stream().anyMatch(Fault.DropAfter.class::isInstance)
        ? Response.DROPPED
        : response;
  }

  private @Nullable Response before(Ask ask, List<Fault.Effect> effects)
      throws InterruptedException {
    for (var effect : effects) {
      switch (effect) {
        case Fault.Delay delay -> Thread.sleep(delay.pause());
        case Fault.DropBefore drop -> {
          return Response.DROPPED;
        }
        case Fault.Status status -> {
          return status.bare()
              ? Response.bare(status.status(), status.reason())
              : envelope.error(ask.format, status.status(), status.reason() + "\n", Map.of());
        }
        case Fault.Hold hold -> {
          if (!hold.afterEffect()) {
            hold.gate().pass();
          }
        }
        case Fault.DropAfter drop -> {}
      }
    }
    return null;
  }

  private Response carriedOut(Ask ask, @Nullable Caller caller, byte[] body)
      throws InterruptedException {
    if (!FORMATS.contains(ask.format)) {
      return Response.bare(501, "no formatter for uri %s, %s".formatted(ask.path, ask.format));
    }
    try {
      var sent = arguments.of(ask.head, body);
      var result = methods.call(ask.head.method(), ask.path, caller, sent);
      return result instanceof Channel channel
          ? channelled(ask, channel)
          : envelope.result(ask.format, result);
    } catch (ParameterErrors e) {
      return envelope.error(ask.format, 400, ParameterErrors.MESSAGE + "\n", e.errors());
    } catch (AccessDenied e) {
      return refused(ask, e);
    } catch (Failure e) {
      return e.bare()
          ? Response.bare(e.status(), e.text())
          : envelope.error(ask.format, e.status(), e.line(), Map.of());
    } catch (Methods.Hanging e) {
      return Response.bare(596, "Connection timed out").after(patience.proxy());
    } catch (RuntimeException e) {
      System.getLogger(ApiService.class.getName()).log(System.Logger.Level.ERROR, ask.path, e);
      return envelope.error(ask.format, 500, "internal error: " + e + "\n", Map.of());
    }
  }

  /** The WebSocket where the head asks for one as pve-http-server wants it. */
  private Response channelled(Ask ask, Channel channel) {
    var headers = ask.head.headers();
    if (!headers.text("Upgrade").equalsIgnoreCase("websocket")) {
      return envelope.result(ask.format, channel.data());
    }
    var protocol = headers.text("Sec-WebSocket-Protocol");
    var version = headers.text("Sec-WebSocket-Version");
    if (!version.equals("13")) {
      throw new Failure("unsupported websocket-version '%s'".formatted(version));
    }
    if (!protocol.isEmpty() && !List.of(protocol.split("\\s*,\\s*", -1)).contains("binary")) {
      throw new Failure("unable to handle protocol '%s'".formatted(protocol));
    }
    if (headers.text("Sec-WebSocket-Key").isEmpty()) {
      throw new Failure("missing websocket-key");
    }
    return Response.switching(channel.talk());
  }

  private Response refused(Ask ask, AccessDenied refusal) {
    var response =
        refusal.bare()
            ? Response.bare(refusal.status(), refusal.message())
            : envelope.error(ask.format, refusal.status(), refusal.message(), Map.of());
    return refusal.delayed() ? response.after(patience.unauthorized()) : response;
  }

  private Response noted(Ask ask, @Nullable Caller caller, Response response) {
    traffic.note(
        new Answered(
            ask.start,
            ask.head.method(),
            ask.path,
            caller == null ? "-" : caller.authid(),
            response.status(),
            Duration.between(ask.start, Instant.now())));
    return response;
  }

  /**
   * How long Proxmox VE makes a client wait, in real time.
   *
   * @param unauthorized before each 401, 3 s there
   * @param proxy before pveproxy gives up on a node, 30 s there
   */
  public record Patience(Duration unauthorized, Duration proxy) {}

  private record Ask(RequestHead head, String format, String path, Instant start) {}
}
