package direttore.app.wiring;

import direttore.app.settings.RetentionSettings;
import direttore.domain.agenda.Duty;
import direttore.domain.time.Every;
import direttore.store.PgRetention;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Removes each day what is older than it is to be kept. */
final class RetentionDuties {
  private static final System.Logger LOG = System.getLogger(RetentionDuties.class.getName());
  private static final Every DAILY =
      Every.of(Duration.ofHours(24)).first(Duration.ofMinutes(5)).again(Duration.ofHours(1));

  private RetentionDuties() {}

  static Duty operations(PgRetention retention, RetentionSettings settings, Clock clock) {
    var kept = Duration.ofDays(settings.operationDays());
    return Duty.once(
        "old-operations",
        DAILY,
        () -> {
          var before = clock.instant().minus(kept);
          var gone = removed("operations", retention.forgetOperations(before));
          return removed("groups of operations", retention.forgetGroups(before)).or(() -> gone);
        });
  }

  static Duty audit(PgRetention retention, RetentionSettings settings) {
    return Duty.once(
        "old-audit-entries",
        DAILY,
        () -> removed("entries of the audit", retention.forgetAudit(settings.auditDays())));
  }

  private static Optional<String> removed(String what, long many) {
    if (many > 0) {
      LOG.log(Level.INFO, "{0} {1} were older than they are kept", many, what);
    }
    return Optional.empty();
  }
}
