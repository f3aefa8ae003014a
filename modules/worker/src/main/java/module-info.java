/** Work that outlives a request: JobRunr jobs and what they do. */
module direttore.worker {
  requires transitive direttore.domain;
  requires com.fasterxml.jackson.databind;
  requires io.helidon.http;
  requires io.helidon.webclient.api;
  requires io.helidon.webclient.http1;
  requires jakarta.mail;
  requires transitive java.sql;
  requires transitive jdk.httpserver;
  requires transitive org.jobrunr.core;
  requires org.eclipse.angus.mail.smtp;
  requires static transitive org.jspecify;

  exports direttore.worker;
  exports direttore.worker.agenda;
  exports direttore.worker.allocation;
  exports direttore.worker.guestorder;
  exports direttore.worker.inventory;
  exports direttore.worker.mail;
  exports direttore.worker.notice;
  exports direttore.worker.operation;
  exports direttore.worker.queue;
  exports direttore.worker.record;
  exports direttore.worker.reservation;
  exports direttore.worker.webhook;

  opens direttore.worker.queue to
      com.fasterxml.jackson.databind,
      org.jobrunr.core;
}
