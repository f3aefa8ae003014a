/** The HTTP face of Direttore. */
module direttore.api {
  requires static transitive org.jspecify;
}
