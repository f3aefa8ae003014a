package direttore.app;

import direttore.app.start.StartRefusal;
import direttore.store.SqlFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The program {@code direttore}: reads the command line and ends in an exit code. */
public final class Main {
  private Main() {}

  /** Exit codes: 0 done, 1 broken, 2 wrong command line or setting, 3 port or folder in use. */
  public static void main(String[] arguments) {
    configureLogging();
    System.exit(run(arguments));
  }

  /** A role alone needs no picocli, whose model of all commands is a tenth of a start. */
  private static int run(String... arguments) {
    var role = DirettoreCommand.roleAlone(arguments);
    if (role.isEmpty()) {
      return DirettoreCommand.commandLine()
          .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
          .execute(arguments);
    }
    try {
      DirettoreCommand.run(role.get());
      return 0;
    } catch (RuntimeException e) {
      return explain(e);
    }
  }

  private static void configureLogging() {
    try (var settings = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var lines = new LogLines();
    for (var handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(lines);
      handler.setFilter(new OutageFilter());
    }
  }

  private static int explain(Exception failure) {
    if (failure instanceof StartRefusal refusal) {
      System.err.println(refusal.getMessage());
      return refusal.exitCode();
    }
    var away = SqlFailure.away(failure);
    if (away.isPresent()) {
      System.err.println("Direttore ends: " + away.get());
      return 1;
    }
    var log = System.getLogger(Main.class.getName());
    log.log(Level.ERROR, "Direttore ends because of an unexpected failure", failure);
    return 1;
  }
}
