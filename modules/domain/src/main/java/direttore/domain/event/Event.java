package direttore.domain.event;

/**
 * That something changed; what it is now, the listener asks for.
 *
 * @param seq rises with each event; 0 for one that is not kept and cannot be resumed from
 * @param type what kind of thing, such as {@code operation}
 * @param subject which one
 */
public record Event(long seq, String type, String subject) {
  /** The type of events about operations; the subject is the operation's id. */
  public static final String OPERATION = "operation";

  /** The type of events about guests; the subject is {@code node/kind/vmid}. */
  public static final String GUEST = "guest";

  /** The type of events about many things at once; the subject is one of the two below. */
  public static final String CLUSTER = "cluster";

  /** Nodes came, went or changed their status. */
  public static final String NODES = "nodes";

  /** More guests changed than are worth naming. */
  public static final String GUESTS = "guests";
}
