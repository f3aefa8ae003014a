package direttore.app;

import direttore.domain.Refusal;
import direttore.store.SqlFailure;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps what follows from a database that is away out of the log, which the store has told once.
 * Our own errors stay, as they may be the only record of something, but in one line.
 */
final class OutageFilter implements Filter {
  @Override
  public boolean isLoggable(LogRecord line) {
    var failure = line.getThrown();
    if (failure == null || !comesOfOutage(failure)) {
      return true;
    }
    line.setThrown(null);
    var name = String.valueOf(line.getLoggerName());
    return name.startsWith("direttore.") && line.getLevel().intValue() >= Level.SEVERE.intValue();
  }

  private static boolean comesOfOutage(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal.DatabaseAway || cause instanceof Refusal.Overloaded) {
        return true;
      }
    }
    return SqlFailure.away(failure).isPresent();
  }
}
