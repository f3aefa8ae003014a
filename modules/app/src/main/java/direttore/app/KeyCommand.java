package direttore.app;

import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.wiring.Direttore;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code direttore key}: the key that stored secrets are sealed with. */
@Command(
    name = "key",
    description = "The key that stored secrets are sealed with.",
    mixinStandardHelpOptions = true)
final class KeyCommand {
  @Command(
      description =
          "Makes a new key and seals all stored secrets with it; Direttore must be stopped")
  void rotate(
      @Option(
              names = "--lost",
              description = "Though the old key is lost: orders that wait with secrets will fail")
          boolean lost) {
    var settings = Settings.read(Path.of(""), System.getenv(), Map.of());
    try (var lifetime = new Lifetime()) {
      var count = Direttore.rotateKey(settings, lost, lifetime);
      System.out.printf("The key is new; %d stored secrets were sealed with it.%n", count);
    }
  }
}
