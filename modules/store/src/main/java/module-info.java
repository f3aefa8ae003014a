/** PostgreSQL. The only module that runs SQL. */
module direttore.store {
  requires transitive direttore.domain;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires transitive io.helidon.dbclient;
  requires io.helidon.dbclient.jdbc;
  requires transitive java.sql;
  requires jdk.jfr;
  // The PostgreSQL driver is annotated with it, and javac wants to see what it reads.
  requires static org.checkerframework.checker.qual;
  requires static transitive org.jspecify;
  requires org.postgresql.jdbc;

  exports direttore.store;
  exports direttore.store.access;
  exports direttore.store.agenda;
  exports direttore.store.allocation;
  exports direttore.store.allowance;
  exports direttore.store.calendar;
  exports direttore.store.event;
  exports direttore.store.group;
  exports direttore.store.holding;
  exports direttore.store.inventory;
  exports direttore.store.mail;
  exports direttore.store.notice;
  exports direttore.store.operation;
  exports direttore.store.preference;
  exports direttore.store.quota;
  exports direttore.store.record;
  exports direttore.store.reservation;
  exports direttore.store.webhook;
  exports direttore.store.worker;

  opens direttore.store.guestorder to
      com.fasterxml.jackson.databind;
  opens direttore.store.operation to
      com.fasterxml.jackson.databind;
  opens direttore.store.reservation to
      com.fasterxml.jackson.databind;
}
