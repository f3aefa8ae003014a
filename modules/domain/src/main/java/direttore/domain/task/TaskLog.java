package direttore.domain.task;

import java.util.List;

/**
 * A part of a task's log.
 *
 * @param total how many lines there are so far
 * @param start the place of the first line here, from 0
 * @param lines oldest first
 */
public record TaskLog(long total, long start, List<String> lines) {
  public TaskLog {
    lines = List.copyOf(lines);
  }
}
