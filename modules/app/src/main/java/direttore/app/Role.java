package direttore.app;

import java.util.Locale;

/** What one process of the program does. */
enum Role {
  SERVE,
  API,
  WORKER,
  SIMULATOR;

  /** The word on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean answersHttp() {
    return this == SERVE || this == API;
  }

  boolean works() {
    return this == SERVE || this == WORKER;
  }
}
