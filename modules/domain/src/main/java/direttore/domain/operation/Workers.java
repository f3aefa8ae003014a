package direttore.domain.operation;

/** The worker processes of the platform. */
public interface Workers {
  /**
   * Joins them. The presence ends with the process, however it ends, so that others can take over
   * what it had begun.
   *
   * @param wake called when there may be work; must not block
   */
  Presence join(Runnable wake);

  /** A worker's place among the workers; close it to leave. */
  interface Presence extends AutoCloseable {
    /** The number of this worker, never given twice. */
    int number();

    /**
     * Whether others still count on this worker. While it is false they may take up what it has in
     * hand, so it must change nothing outside.
     */
    boolean held();

    @Override
    void close();
  }
}
