package direttore.api.webhook;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.access.Secret;
import direttore.domain.notice.NoticeKind;
import direttore.domain.webhook.AddressRule;
import direttore.domain.webhook.Webhook;
import direttore.domain.webhook.WebhookChange;
import direttore.domain.webhook.WebhookUrl;
import direttore.domain.webhook.Webhooks;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Other programs that are told of reservations: {@code /api/webhooks}. */
public final class WebhookRoutes {
  private static final String ALL = "/api/webhooks";
  private static final String EACH = ALL + "/{id}";
  private static final String DELIVERIES = EACH + "/deliveries";
  private static final int MOST = 200;

  private final Webhooks webhooks;
  private final AddressRule rule;
  private final Clock clock;

  /**
   * @param rule where webhooks may lead; looked at again at each call
   */
  public WebhookRoutes(Webhooks webhooks, AddressRule rule, Clock clock) {
    this.webhooks = webhooks;
    this.rule = rule;
    this.clock = clock;
  }

  public List<Route> routes() {
    var manage = RequiredRight.of(Right.MANAGE_WEBHOOKS);
    return List.of(
        Route.get(ALL, manage, this::list),
        Route.post(ALL, manage, "webhook.make", this::make),
        Route.patch(EACH, manage, "webhook.change", this::change),
        Route.delete(EACH, manage, "webhook.delete", this::remove),
        Route.post(EACH + "/test", manage, "webhook.test", this::test),
        Route.get(DELIVERIES, manage, this::deliveries),
        Route.post(DELIVERIES + "/{delivery}/send", manage, "webhook.send-again", this::sendAgain));
  }

  /** A webhook, and its secret for the only time. */
  record MadeWebhook(WebhookView webhook, String secret) {}

  private void list(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, webhooks.all().stream().map(WebhookView::of).toList());
  }

  private void make(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var url = fields.made("url", fields.text("url"), this::url);
    var events = events(fields);
    var on = fields.flag("enabled", true);
    noteMissing(fields, "url");
    noteMissing(fields, "events");
    fields.refuseUnknown();
    fields.refuseIfAny();
    var secret = Secret.fresh("whsec_");
    var by = AuditedRequest.of(req).actor().name();
    var made = add(url, events, on, by, secret);
    AuditedRequest.of(req).about(target(made.id()));
    res.status(Status.CREATED_201);
    Answer.json(req, res, new MadeWebhook(WebhookView.of(made), secret.text()));
  }

  private static void noteMissing(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.violated(name, "is missing");
    }
  }

  private Webhook add(
      @Nullable WebhookUrl url,
      @Nullable Set<NoticeKind> events,
      boolean on,
      String by,
      Secret secret) {
    if (url == null || events == null) {
      throw new IllegalStateException("what is missing was refused");
    }
    return webhooks.add(url, events, on, by, secret);
  }

  private void change(ServerRequest req, ServerResponse res) {
    var id = id(req);
    var fields = Fields.of(Body.object(req));
    var url = fields.made("url", fields.text("url"), this::url);
    var events = events(fields);
    var on = fields.flag("enabled");
    fields.refuseUnknown();
    fields.refuseIfAny();
    var before = WebhookView.of(webhooks.find(id));
    var after = WebhookView.of(webhooks.change(id, new WebhookChange(url, events, on)));
    AuditedRequest.of(req).changed(before, after);
    Answer.json(req, res, after);
  }

  private static @Nullable Set<NoticeKind> events(Fields fields) {
    var words = fields.texts("events");
    return fields.has("events")
        ? fields.made(
            "events",
            words,
            all -> {
              var kinds =
                  all.stream().map(NoticeKind::ofEvent).collect(Collectors.toUnmodifiableSet());
              Webhook.requireSome(kinds);
              return kinds;
            })
        : null;
  }

  /** Says early what would be said at each call, where no name has to be looked up. */
  private WebhookUrl url(String text) {
    var url = WebhookUrl.parse(text);
    var host = url.host().toLowerCase(Locale.ROOT);
    if (!rule.all() && (host.equals("localhost") || isForbidden(host))) {
      throw new Refusal.Invalid(
          "url",
          "must not lead to this machine or a private network (WEBHOOK_PRIVATE_ADDRESSES is false)");
    }
    return url;
  }

  private boolean isForbidden(String host) {
    try {
      return !rule.allows(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void remove(ServerRequest req, ServerResponse res) {
    webhooks.remove(id(req));
    res.status(Status.NO_CONTENT_204).send();
  }

  private void test(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var delivery = webhooks.ping(id(req), clock.instant());
    res.status(Status.ACCEPTED_202);
    Answer.json(req, res, DeliveryView.of(delivery));
  }

  private void deliveries(ServerRequest req, ServerResponse res) {
    var most = Query.integer(req, "limit", MOST);
    if (most < 1 || most > MOST) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(MOST));
    }
    var after = Query.text(req, "after");
    var all = webhooks.deliveries(id(req), after == null ? null : known(after), most);
    Answer.json(req, res, all.stream().map(DeliveryView::of).toList());
  }

  private static UUID known(String id) {
    // Java also takes groups that are too short.
    if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw new Refusal.Invalid("after", "must be the id of a delivery");
    }
    return UUID.fromString(id);
  }

  private void sendAgain(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var delivery = webhooks.again(id(req), Paths.id(req, "delivery", "delivery"));
    res.status(Status.ACCEPTED_202);
    Answer.json(req, res, DeliveryView.of(delivery));
  }

  private static UUID id(ServerRequest req) {
    var id = Paths.id(req, "webhook");
    AuditedRequest.of(req).about(target(id));
    return id;
  }

  private static String target(UUID id) {
    return "webhook/" + id;
  }
}
