package direttore.app;

import direttore.app.settings.Settings;

/** Runs a role in the foreground: starts it, says where to go, waits for the signal to stop. */
final class Console {
  private Console() {}

  static void run(Role role, Settings settings) {
    var lifetime = new Lifetime();
    Runtime.getRuntime().addShutdownHook(new Thread(lifetime::close, "stop"));
    var places = Direttore.start(role, settings, lifetime);
    System.out.println(places);
    System.out.flush();
    try {
      lifetime.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
