package direttore.app.wiring;

import direttore.domain.access.Federation;
import java.lang.System.Logger.Level;

/** Asks the OpenID provider at the start whether it works, and then about whom it vouched for. */
final class ProviderWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProviderWatch.class.getName());
  private final Thread thread;

  private ProviderWatch(Federation federation) {
    this.thread = Thread.ofVirtual().name("provider-watch").unstarted(() -> run(federation));
  }

  static ProviderWatch start(Federation federation) {
    var watch = new ProviderWatch(federation);
    watch.thread.start();
    return watch;
  }

  private static void run(Federation federation) {
    federation
        .trouble()
        .ifPresent(why -> LOG.log(Level.WARNING, "nobody can sign in at the provider: {0}", why));
    try {
      while (true) {
        Thread.sleep(federation.between());
        round(federation);
      }
    } catch (InterruptedException e) {
      // Told to stop.
      Thread.currentThread().interrupt();
    }
  }

  private static void round(Federation federation) {
    try {
      federation
          .recheck()
          .forEach(name ->
              LOG.log(
                  Level.INFO,
                  "{0} is signed out: {1} no longer vouches for them",
                  name,
                  federation.name()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the provider cannot be asked about people; tried again later", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
