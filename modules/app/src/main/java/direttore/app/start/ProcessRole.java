package direttore.app.start;

import java.util.List;
import java.util.Locale;

/** What one process of the program does. */
public enum ProcessRole {
  SERVE,
  API,
  WORKER,
  SIMULATOR;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this process does, as the API tells it. */
  public List<String> parts() {
    return this == SERVE ? List.of(API.word(), WORKER.word()) : List.of(word());
  }

  public boolean answersHttp() {
    return this == SERVE || this == API;
  }

  public boolean works() {
    return this == SERVE || this == WORKER;
  }
}
