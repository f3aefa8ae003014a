package direttore.store.operation;

/**
 * Whether the commit of a statement waits until it is on disk. One that does not is on disk before
 * any later one that does. Who took an operation up waits: were that forgotten, another could take
 * it up under the same attempt, and nothing would tell the two apart.
 */
enum Commit {
  AWAITS_DISK("true"),
  /** Others see it all the same; only a server that dies in the next moment may forget it. */
  GOES_ON("set_config('synchronous_commit', 'off', true) = 'off'");

  /** To be joined to the conditions of a statement that is a transaction of its own. */
  final String condition;

  Commit(String condition) {
    this.condition = condition;
  }
}
