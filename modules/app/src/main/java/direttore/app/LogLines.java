package direttore.app;

import direttore.domain.access.OneLine;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/**
 * Each record as one line that begins with its time; what follows in further lines, such as the
 * trace of a failure, is indented, so that nothing in it can pass for a record of its own.
 */
final class LogLines extends Formatter {
  private static final int LONGEST_LINE = 4000;
  private static final int MOST_LINES = 200;
  private static final String NEXT = System.lineSeparator() + "    ";

  private final SimpleFormatter simple = new SimpleFormatter();

  @Override
  public String format(LogRecord logged) {
    return simple
            .format(logged)
            .stripTrailing()
            .lines()
            .limit(MOST_LINES)
            .map(line -> OneLine.of(line.replace("\t", "    "), LONGEST_LINE))
            .collect(Collectors.joining(NEXT))
        + System.lineSeparator();
  }
}
