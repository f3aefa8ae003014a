package direttore.app.wiring;

import direttore.api.access.AccessRoutes;
import direttore.api.access.Identity;
import direttore.api.allowance.AllowanceRoutes;
import direttore.api.quota.QuotaRoutes;
import direttore.domain.access.Sessions;
import direttore.domain.agenda.Duty;
import direttore.domain.time.Every;
import direttore.store.PgRetention;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** People, what they may do and have, and what the audit keeps of it. */
final class AccessFeature {
  private static final System.Logger LOG = System.getLogger(AccessFeature.class.getName());

  private static final Every HOURLY =
      Every.of(Duration.ofHours(1)).first(Duration.ofMinutes(1)).again(Duration.ofMinutes(1));

  private AccessFeature() {}

  static Feature of(Foundation base, AccessParts people, Identity identity) {
    people.oddities().forEach(odd -> LOG.log(Level.WARNING, odd));
    return Feature.of(
            Stream.of(
                new AccessRoutes(identity, base.cluster(), base.clock()).routes(),
                new QuotaRoutes(identity.quotas()).routes(),
                new AllowanceRoutes(identity.allowances(), identity.people()).routes()))
        .doing(duties(base, people, identity));
  }

  private static List<Duty> duties(Foundation base, AccessParts people, Identity identity) {
    var duties = new ArrayList<Duty>();
    var clock = base.clock();
    duties.add(Duty.once("ended-sessions", HOURLY, () -> sweep(identity.sessions(), clock)));
    duties.add(
        RetentionDuties.audit(new PgRetention(base.database()), base.settings().retention()));
    people.federation().map(ProviderDuties::of).ifPresent(duties::addAll);
    return duties;
  }

  private static Optional<String> sweep(Sessions sessions, Clock clock) {
    sessions.sweep(clock.instant());
    return Optional.empty();
  }
}
