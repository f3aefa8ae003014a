package direttore.app.wiring;

import direttore.api.access.AccessRoutes;
import direttore.api.access.Identity;
import direttore.api.allowance.AllowanceRoutes;
import direttore.api.quota.QuotaRoutes;
import direttore.store.PgRetention;
import java.lang.System.Logger.Level;
import java.util.stream.Stream;

/** People, what they may do and have, and what the audit keeps of it. */
final class AccessFeature {
  private static final System.Logger LOG = System.getLogger(AccessFeature.class.getName());

  private AccessFeature() {}

  static Feature of(Foundation base, AccessParts people, Identity identity) {
    var lifetime = base.lifetime();
    people.oddities().forEach(odd -> LOG.log(Level.WARNING, odd));
    people.federation().ifPresent(f -> lifetime.open(() -> ProviderWatch.start(f)));
    var retention = new PgRetention(base.database());
    lifetime.open(() -> Retaining.start(retention, base.settings().retention(), base.clock()));
    return Feature.of(Stream.of(
        new AccessRoutes(identity, base.cluster(), base.clock()).routes(),
        new QuotaRoutes(identity.quotas()).routes(),
        new AllowanceRoutes(identity.allowances(), identity.people()).routes()));
  }
}
