/**
 * Stateful fakes over real protocols. Knows no other module, so it cannot share a client's
 * mistakes.
 */
module direttore.simulator {
  requires static transitive org.jspecify;
}
