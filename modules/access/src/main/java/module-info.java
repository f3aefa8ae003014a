/** What proves who somebody is. */
module direttore.access {
  requires transitive direttore.domain;
  requires com.nimbusds.jose.jwt;
  requires oauth2.oidc.sdk;
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports direttore.access.oidc;
  exports direttore.access.password;
}
