package direttore.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Authentication;
import direttore.domain.access.Client;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Who sent a request, and what the audit shall keep of it. */
public final class AuditedRequest {
  private final Client client;
  private final Route route;
  private final Map<String, Object> notes = new TreeMap<>();
  private Authentication authentication = new Authentication(Actor.stranger(""), null, null);
  private BooleanSupplier welcome = () -> true;
  private String action;
  private String target;
  private @Nullable Object before;
  private @Nullable Object after;
  private @Nullable JsonNode body;
  private @Nullable Refusal refusal;
  private @Nullable UUID operation;
  private Runnable keeper = () -> {};
  private boolean settled;

  private AuditedRequest(Client client, Route route, String target) {
    this.client = client;
    this.route = route;
    this.action = route.action();
    this.target = target;
  }

  static AuditedRequest begin(ServerRequest req, Route route) {
    var headers = req.headers();
    var agent =
        headers.contains(HeaderNames.USER_AGENT) ? headers.get(HeaderNames.USER_AGENT).get() : "";
    var audited =
        new AuditedRequest(new Client(Exchange.of(req).client().text(), agent), route, target(req));
    req.context().register(audited);
    return audited;
  }

  /** That of a request which a route answers. */
  public static AuditedRequest of(ServerRequest req) {
    return req.context()
        .get(AuditedRequest.class)
        .orElseThrow(() -> new IllegalStateException("no route was entered"));
  }

  /** Who is signed in; somebody without any right where nobody is. */
  public Actor actor() {
    return authentication.actor();
  }

  public Authentication authentication() {
    return authentication;
  }

  public Client client() {
    return client;
  }

  /** Notes who it is. */
  public void admit(Authentication who) {
    authentication = who;
  }

  /** Notes how to find out whether they may stay. */
  void stays(BooleanSupplier asLongAs) {
    welcome = asLongAs;
  }

  /** Whether who came in would be let in again now: for answers that take long. */
  public boolean stillWelcome() {
    return welcome.getAsBoolean();
  }

  /** Says more closely what was done. */
  public void action(String what) {
    action = what;
  }

  /** Says that nothing is done, whatever comes of it: the audit keeps nothing. */
  public void unkept() {
    action = "";
  }

  /** Says what it was about, such as {@code guest/1042}. */
  public void about(String what) {
    target = what;
  }

  /** Says what was, and what is now: values that are written as JSON. */
  public void changed(@Nullable Object was, @Nullable Object is) {
    before = was;
    after = is;
  }

  /** Says one thing more of what was done, beside what was asked for: a value written as JSON. */
  public void noted(String name, Object value) {
    notes.put(name, value);
  }

  /** Says that it was refused, where the answer leads people to a page that tells them. */
  public void refused(Refusal why) {
    refusal = why;
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  /** Says that an operation does the rest; the audit has it from here on, whatever comes. */
  public void accepted(UUID by) {
    operation = by;
    keeper.run();
    action = "";
  }

  /** Says that nothing of what was asked for is to be kept, as it may be a secret. */
  public void unasked() {
    body = null;
  }

  /** Notes what was asked for. */
  void asked(ObjectNode what) {
    body = what.isEmpty() ? null : what;
  }

  /** Whether what came of it is known for the first time now: the audit has it once. */
  boolean settle() {
    var first = !settled;
    settled = true;
    return first;
  }

  /** Notes how to keep it in the audit. */
  void keeper(Runnable writes) {
    keeper = writes;
  }

  Route route() {
    return route;
  }

  @Nullable UUID operation() {
    return operation;
  }

  String action() {
    return action;
  }

  String target() {
    return target;
  }

  @Nullable String before() {
    return before == null ? null : Json.text(before);
  }

  /** What is now, or else what was asked for as far as it may be kept. */
  @Nullable String after() {
    if (after != null) {
      return Json.text(after);
    }
    var told = new LinkedHashMap<String, Object>();
    if (body != null) {
      KeptFields.of(route, body).properties().forEach(f -> told.put(f.getKey(), f.getValue()));
    }
    told.putAll(notes);
    return told.isEmpty() ? null : Json.text(told);
  }

  private static String target(ServerRequest req) {
    var variables = req.path().pathParameters();
    if (variables.contains("vmid")) {
      return "guest/" + variables.get("vmid");
    }
    if (variables.contains("person")) {
      return "person/" + variables.get("person");
    }
    if (variables.contains("team")) {
      return "team/" + variables.get("team");
    }
    return variables.contains("id") ? "operation/" + variables.get("id") : "";
  }
}
