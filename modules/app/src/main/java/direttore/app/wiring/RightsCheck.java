package direttore.app.wiring;

import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyFailed;
import direttore.domain.time.Every;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.right.Rights;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks, as soon as the cluster answers and now and then, whether the account there may do what
 * will be asked of it: better a warning at the start than an operation refused half-way.
 */
final class RightsCheck implements Duty.Work {
  private static final Logger LOG = System.getLogger(RightsCheck.class.getName());
  private static final Every HOURLY =
      Every.of(Duration.ofHours(1)).first(Duration.ZERO).again(Duration.ofSeconds(20));

  private final Supplier<Map<String, Set<String>>> permissions;
  private final String account;
  private boolean tried;
  private @Nullable String told;

  RightsCheck(Supplier<Map<String, Set<String>>> permissions, String account) {
    this.permissions = permissions;
    this.account = account;
  }

  static Duty duty(Supplier<Map<String, Set<String>>> permissions, String account) {
    return Duty.each("proxmox-rights", HOURLY, new RightsCheck(permissions, account));
  }

  @Override
  public Optional<String> run() {
    try {
      var advice = Rights.advice(account, permissions.get());
      advice.ifPresentOrElse(this::tell, () -> told = null);
      return advice;
    } catch (ProxmoxFailure e) {
      var trouble = "%s could not be tried: %s".formatted(account, e.sentence());
      // One that only starts at this moment, as our own simulator may, answers the next time.
      if (tried || !(e instanceof ProxmoxFailure.Unreachable)) {
        tell(trouble);
      }
      tried = true;
      throw new DutyFailed(trouble, e);
    }
  }

  /** Once for each sentence, not for each try. */
  private void tell(String sentence) {
    if (!sentence.equals(told)) {
      LOG.log(Level.WARNING, sentence);
      told = sentence;
    }
  }
}
