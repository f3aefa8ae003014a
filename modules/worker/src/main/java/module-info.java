/** Work that outlives a request: JobRunr jobs and what they do. */
module direttore.worker {
  requires static transitive org.jspecify;
}
