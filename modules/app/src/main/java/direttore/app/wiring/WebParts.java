package direttore.app.wiring;

import direttore.api.About;
import direttore.api.AboutRoutes;
import direttore.api.Api;
import direttore.api.ApiParts;
import direttore.api.Protection;
import direttore.api.access.Identity;
import direttore.api.docs.DocsRoutes;
import direttore.api.event.EventRoutes;
import direttore.api.guard.ConnectionTime;
import direttore.api.guard.Connections;
import direttore.api.health.HealthRoutes;
import direttore.api.health.Part;
import direttore.api.http.AccessRules;
import direttore.api.http.Route;
import direttore.api.proxy.TrustedProxies;
import direttore.api.rate.Rates;
import direttore.api.rate.Throttle;
import direttore.api.tls.LiveTls;
import direttore.api.tls.UnusableCertificate;
import direttore.app.settings.TlsSettings;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.app.start.Version;
import direttore.domain.SteadyClock;
import direttore.domain.agenda.Duty;
import direttore.domain.time.Every;
import direttore.store.event.PgEvents;
import io.helidon.common.tls.Tls;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The web server, and what it answers by itself: the UI, the documentation, events and health. */
final class WebParts {
  private static final System.Logger LOG = System.getLogger(WebParts.class.getName());

  private final Foundation base;
  private final Protection protection;
  private final Connections connections;
  private final EventRoutes events;

  WebParts(Foundation base, PgEvents events) {
    this.base = base;
    var wanted = base.settings().protection();
    this.protection =
        new Protection(
            OpenFiles.within(wanted.limits()),
            new Throttle(
                new Rates(SteadyClock.from(base.clock())), wanted.orders(), wanted.refusals()),
            wanted.proxies());
    this.connections =
        new Connections(protection.limits(), protection.proxies(), ConnectionTime.REAL);
    this.events = new EventRoutes(events, base.cluster(), connections);
  }

  Feature feature() {
    var about =
        new About(
            Version.current(),
            base.settings().isSimulated(),
            base.role().parts(),
            base.settings().api().zone());
    return Feature.of(
            Stream.of(events.routes(), new DocsRoutes().routes(), new AboutRoutes(about).routes()))
        .needing(new Part("database", base.database()::trouble));
  }

  /** Begins to answer with what the features have handed over. */
  HttpApi serve(List<Feature> features, Identity identity) {
    var settings = base.settings();
    var parts =
        new ApiParts(
            routes(features),
            new AccessRules(
                Set.copyOf(settings.api().hosts()), Set.copyOf(settings.api().corsOrigins())),
            identity.authenticator(),
            identity.audit(),
            protection,
            connections,
            base.clock(),
            () -> UUID.randomUUID().toString());
    var tls = settings.tls().map(this::tls);
    var http =
        base.lifetime()
            .open(() ->
                HttpApi.start(
                    new Api(parts),
                    events::close,
                    settings.api().host(),
                    settings.api().port(),
                    tls,
                    base.lifetime()::fail));
    warnOfEavesdroppers(tls.isPresent());
    base.places().add("Web UI", http.address(), "");
    base.places().add("API documentation", http.address() + "/docs", "");
    return http;
  }

  private List<Route> routes(List<Feature> features) {
    var routes = new ArrayList<Route>();
    features.forEach(feature -> routes.addAll(feature.routes()));
    var readiness = features.stream().flatMap(feature -> feature.readiness().stream()).toList();
    routes.addAll(new HealthRoutes(readiness, base.agenda()::states).routes());
    return routes;
  }

  private Tls tls(TlsSettings files) {
    try {
      var tls = LiveTls.open(files.certificates(), files.key(), base.clock());
      var every = Every.of(LiveTls.PERIOD);
      base.agenda().add(Duty.each("tls-certificate", every, tls::look));
      return tls.forServer();
    } catch (UnusableCertificate e) {
      throw new WrongSetting(
          "DIRETTORE_TLS_CERT and DIRETTORE_TLS_KEY cannot be used: %s.".formatted(e.getMessage()));
    }
  }

  private void warnOfEavesdroppers(boolean tls) {
    var settings = base.settings();
    var encrypted = tls || !settings.protection().proxies().equals(TrustedProxies.NONE);
    if (!encrypted && !settings.api().onLoopback()) {
      LOG.log(
          Level.WARNING,
          "passwords and sessions cross the network in the clear: set DIRETTORE_TLS_CERT and"
              + " DIRETTORE_TLS_KEY, or TRUSTED_PROXIES for a reverse proxy with TLS");
    }
  }
}
