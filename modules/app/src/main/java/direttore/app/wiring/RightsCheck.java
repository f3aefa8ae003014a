package direttore.app.wiring;

import direttore.proxmox.api.Proxmox;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.right.Rights;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks once, as soon as the cluster answers, whether the account there may do what will be asked
 * of it: better a warning at the start than an operation refused half-way.
 */
final class RightsCheck implements AutoCloseable {
  private static final Logger LOG = System.getLogger(RightsCheck.class.getName());
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(20);

  private final Supplier<Map<String, Set<String>>> permissions;
  private final String account;
  private final Duration between;
  private final Thread thread;
  private boolean tried;
  private @Nullable String told;

  private RightsCheck(
      Supplier<Map<String, Set<String>>> permissions, String account, Duration between) {
    this.permissions = permissions;
    this.account = account;
    this.between = between;
    this.thread = Thread.ofVirtual().name("rights-check").unstarted(this::check);
  }

  static RightsCheck start(Proxmox proxmox, String account) {
    return start(proxmox::permissions, account, BETWEEN_ATTEMPTS);
  }

  static RightsCheck start(
      Supplier<Map<String, Set<String>>> permissions, String account, Duration between) {
    var check = new RightsCheck(permissions, account, between);
    check.thread.start();
    return check;
  }

  private void check() {
    try {
      while (!told()) {
        Thread.sleep(between);
      }
    } catch (InterruptedException e) {
      // The program ends; the answer is of no use any more.
    }
  }

  private boolean told() {
    try {
      Rights.advice(account, permissions.get()).ifPresent(advice -> LOG.log(Level.WARNING, advice));
      return true;
    } catch (ProxmoxFailure e) {
      // One that only starts at this moment, as our own simulator may, answers the next time.
      if (tried || !(e instanceof ProxmoxFailure.Unreachable)) {
        tell(e.sentence());
      }
      tried = true;
      return false;
    }
  }

  /** Wrong credentials, a wrong fingerprint or host: once for each sentence, not for each try. */
  private void tell(String trouble) {
    if (!trouble.equals(told)) {
      LOG.log(Level.WARNING, "{0} could not be tried: {1}", account, trouble);
      told = trouble;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
