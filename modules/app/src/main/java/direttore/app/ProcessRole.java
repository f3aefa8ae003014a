package direttore.app;

import java.util.List;
import java.util.Locale;

/** What one process of the program does. */
enum ProcessRole {
  SERVE,
  API,
  WORKER,
  SIMULATOR;

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this process does, as the API tells it. */
  List<String> parts() {
    return this == SERVE ? List.of(API.word(), WORKER.word()) : List.of(word());
  }

  boolean answersHttp() {
    return this == SERVE || this == API;
  }

  boolean works() {
    return this == SERVE || this == WORKER;
  }
}
