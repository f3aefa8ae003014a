/** What proves who somebody is. */
module direttore.access {
  requires transitive direttore.domain;
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports direttore.access.password;
}
