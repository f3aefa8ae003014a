/** Work that outlives a request: JobRunr jobs and what they do. */
module direttore.worker {
  requires transitive direttore.domain;
  requires com.fasterxml.jackson.databind;
  requires transitive java.sql;
  requires transitive jdk.httpserver;
  requires transitive org.jobrunr.core;
  requires static transitive org.jspecify;

  exports direttore.worker;
  exports direttore.worker.agenda;
  exports direttore.worker.guestorder;
  exports direttore.worker.operation;
  exports direttore.worker.queue;
  exports direttore.worker.reservation;

  opens direttore.worker.queue to
      com.fasterxml.jackson.databind,
      org.jobrunr.core;
}
