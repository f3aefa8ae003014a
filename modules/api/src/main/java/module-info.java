/** The HTTP face of Direttore: routes over the ports of the domain, and their contract. */
module direttore.api {
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires transitive direttore.domain;
  requires io.helidon.common.buffers;
  requires io.helidon.common.concurrency.limits;
  requires io.helidon.common.media.type;
  requires io.helidon.common.socket;
  requires io.helidon.common.task;
  requires transitive io.helidon.common.tls;
  requires io.helidon.http;
  requires transitive io.helidon.webserver;
  requires static transitive org.jspecify;

  exports direttore.api;
  exports direttore.api.access;
  exports direttore.api.allocation;
  exports direttore.api.allowance;
  exports direttore.api.calendar;
  exports direttore.api.claim;
  exports direttore.api.cluster;
  exports direttore.api.docs;
  exports direttore.api.event;
  exports direttore.api.group;
  exports direttore.api.guard;
  exports direttore.api.guest;
  exports direttore.api.health;
  exports direttore.api.http;
  exports direttore.api.inventory;
  exports direttore.api.notice;
  exports direttore.api.operation;
  exports direttore.api.policy;
  exports direttore.api.preference;
  exports direttore.api.proxy;
  exports direttore.api.quota;
  exports direttore.api.rate;
  exports direttore.api.pool;
  exports direttore.api.record;
  exports direttore.api.reservation;
  exports direttore.api.resource;
  exports direttore.api.task;
  exports direttore.api.tls;
  exports direttore.api.webhook;

  opens direttore.api to
      com.fasterxml.jackson.databind;
  opens direttore.api.access to
      com.fasterxml.jackson.databind;
  opens direttore.api.allocation to
      com.fasterxml.jackson.databind;
  opens direttore.api.allowance to
      com.fasterxml.jackson.databind;
  opens direttore.api.calendar to
      com.fasterxml.jackson.databind;
  opens direttore.api.claim to
      com.fasterxml.jackson.databind;
  opens direttore.api.cluster to
      com.fasterxml.jackson.databind;
  opens direttore.api.event to
      com.fasterxml.jackson.databind;
  opens direttore.api.group to
      com.fasterxml.jackson.databind;
  opens direttore.api.guest to
      com.fasterxml.jackson.databind;
  opens direttore.api.guestorder to
      com.fasterxml.jackson.databind;
  opens direttore.api.health to
      com.fasterxml.jackson.databind;
  opens direttore.api.http to
      com.fasterxml.jackson.databind;
  opens direttore.api.inventory to
      com.fasterxml.jackson.databind;
  opens direttore.api.notice to
      com.fasterxml.jackson.databind;
  opens direttore.api.operation to
      com.fasterxml.jackson.databind;
  opens direttore.api.policy to
      com.fasterxml.jackson.databind;
  opens direttore.api.preference to
      com.fasterxml.jackson.databind;
  opens direttore.api.quota to
      com.fasterxml.jackson.databind;
  opens direttore.api.pool to
      com.fasterxml.jackson.databind;
  opens direttore.api.record to
      com.fasterxml.jackson.databind;
  opens direttore.api.reservation to
      com.fasterxml.jackson.databind;
  opens direttore.api.resource to
      com.fasterxml.jackson.databind;
  opens direttore.api.task to
      com.fasterxml.jackson.databind;
  opens direttore.api.webhook to
      com.fasterxml.jackson.databind;
}
