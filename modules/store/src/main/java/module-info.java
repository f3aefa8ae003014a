/** PostgreSQL. The only module that runs SQL. */
module direttore.store {
  requires static transitive org.jspecify;
}
