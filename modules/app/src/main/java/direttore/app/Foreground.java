package direttore.app;

import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.ProcessRole;
import direttore.app.wiring.Direttore;

/** Runs a role in the foreground: starts it, says where to go, waits for the signal to stop. */
final class Foreground {
  private Foreground() {}

  static void run(ProcessRole role, Settings settings) {
    var lifetime = new Lifetime();
    Runtime.getRuntime().addShutdownHook(new Thread(lifetime::close, "stop"));
    try {
      System.out.println(Direttore.start(role, settings, lifetime));
      System.out.flush();
      lifetime.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!lifetime.hasEnded()) {
        throw e;
      }
      // Told to stop during the start: what failed lacked a part that was stopped already.
    }
  }
}
