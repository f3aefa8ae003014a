package direttore.app.wiring;

import direttore.domain.access.Federation;
import direttore.domain.agenda.Duty;
import direttore.domain.time.Every;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the OpenID provider whether it works, and about whom it vouched for. */
final class ProviderDuties {
  private static final System.Logger LOG = System.getLogger(ProviderDuties.class.getName());
  private static final Every HOURLY = Every.of(Duration.ofHours(1)).first(Duration.ZERO);

  private final Federation federation;
  private @Nullable String told;

  private ProviderDuties(Federation federation) {
    this.federation = federation;
  }

  static List<Duty> of(Federation federation) {
    var duties = new ProviderDuties(federation);
    return List.of(
        Duty.each("provider", HOURLY, duties::works),
        Duty.once("provider-people", Every.of(federation.between()), duties::recheck));
  }

  private Optional<String> works() {
    var trouble = federation.trouble();
    if (trouble.isPresent() && !trouble.get().equals(told)) {
      LOG.log(Level.WARNING, "nobody can sign in at the provider: {0}", trouble.get());
    }
    told = trouble.orElse(null);
    return trouble;
  }

  private Optional<String> recheck() {
    for (var name : federation.recheck()) {
      LOG.log(
          Level.INFO, "{0} is signed out: {1} no longer vouches for them", name, federation.name());
    }
    return Optional.empty();
  }
}
