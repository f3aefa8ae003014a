package direttore.app;

/** What one process of the program does. */
enum Role {
  SERVE,
  API,
  WORKER,
  SIMULATOR;

  boolean answersHttp() {
    return this == SERVE || this == API;
  }

  boolean works() {
    return this == SERVE || this == WORKER;
  }
}
