package direttore.worker.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a running task says of itself.
 *
 * @param progress 0 to 1 where its log tells it, or null
 * @param log its last lines, oldest first
 * @param trouble why nothing newer is known, or null
 */
public record TaskNews(@Nullable Double progress, List<String> log, @Nullable String trouble) {
  static final TaskNews NONE = new TaskNews(null, List.of(), null);

  public TaskNews {
    log = List.copyOf(log);
  }

  TaskNews withTrouble(@Nullable String why) {
    return new TaskNews(progress, log, why);
  }
}
