/** Where the parts meet. */
module direttore.app {
  requires static transitive org.jspecify;
}
