/** What a lab is, independent of HTTP, SQL and Proxmox. Depends on nothing but the JDK. */
module direttore.domain {
  requires static transitive org.jspecify;

  exports direttore.domain;
  exports direttore.domain.access;
  exports direttore.domain.agenda;
  exports direttore.domain.allocation;
  exports direttore.domain.allowance;
  exports direttore.domain.calendar;
  exports direttore.domain.cluster;
  exports direttore.domain.event;
  exports direttore.domain.group;
  exports direttore.domain.guest;
  exports direttore.domain.guestorder;
  exports direttore.domain.holding;
  exports direttore.domain.hypervisor;
  exports direttore.domain.inventory;
  exports direttore.domain.mail;
  exports direttore.domain.node;
  exports direttore.domain.notice;
  exports direttore.domain.operation;
  exports direttore.domain.preference;
  exports direttore.domain.provision;
  exports direttore.domain.quota;
  exports direttore.domain.record;
  exports direttore.domain.reservation;
  exports direttore.domain.reservation.history;
  exports direttore.domain.reservation.life;
  exports direttore.domain.reservation.policy;
  exports direttore.domain.reservation.recurrence;
  exports direttore.domain.reservation.series;
  exports direttore.domain.reservation.waiting;
  exports direttore.domain.system;
  exports direttore.domain.task;
  exports direttore.domain.time;
  exports direttore.domain.webhook;
}
