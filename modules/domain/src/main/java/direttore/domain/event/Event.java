package direttore.domain.event;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestRef;
import direttore.domain.node.ClusterName;

/**
 * That something changed; what it is now, the listener asks for. Subjects are written and read here
 * alone.
 *
 * @param seq rises with each event; 0 for one that is not kept and cannot be resumed from
 * @param type what kind of thing, such as {@code operation}
 * @param subject which one
 */
public record Event(long seq, String type, String subject) {
  /** The type of events about operations; the subject is the operation's id. */
  public static final String OPERATION = "operation";

  /** The type of events about groups of operations; the subject is the group's id. */
  public static final String GROUP = "group";

  /** The type of events about reservations; the subject is the reservation's id. */
  public static final String RESERVATION = "reservation";

  /** The type of events about what is told of reservations; the subject is the notice's id. */
  public static final String NOTICE = "notice";

  /** The type of events about deliveries to webhooks; the subject is the webhook's id. */
  public static final String WEBHOOK = "webhook";

  /** The type of events about resources; the subject is the resource's id. */
  public static final String RESOURCE = "resource";

  /** The type of events about the waiting list; the subject is the entry's id. */
  public static final String WAITING = "waiting";

  /** The type of events about guests; the subject is {@code cluster/node/kind/vmid}. */
  public static final String GUEST = "guest";

  /** The type of events about much of a cluster; the subject is its name and one of two words. */
  public static final String CLUSTER = "cluster";

  private static final String NODES = "nodes";
  private static final String GUESTS = "guests";

  /** That a guest changed. */
  public static Event of(GuestRef guest) {
    return new Event(0, GUEST, guest.cluster() + "/" + guest.path());
  }

  /** That nodes of a cluster came, went or changed their status. */
  public static Event nodes(ClusterName cluster) {
    return new Event(0, CLUSTER, cluster + "/" + NODES);
  }

  /** That more guests of a cluster changed than are worth naming. */
  public static Event guests(ClusterName cluster) {
    return new Event(0, CLUSTER, cluster + "/" + GUESTS);
  }

  /** The reservation that an event of type {@link #RESERVATION} is about. */
  public long reservation() {
    if (!type.equals(RESERVATION)) {
      throw new Refusal.Invalid("subject", "must be the id of a reservation");
    }
    return Long.parseLong(subject);
  }

  /** The guest that an event of type {@link #GUEST} is about. */
  public GuestRef guest() {
    var parts = subject.split("/", 2);
    if (!type.equals(GUEST) || parts.length != 2) {
      throw new Refusal.Invalid("subject", "must be cluster/node/kind/vmid");
    }
    return GuestRef.parse(new ClusterName(parts[0]), parts[1]);
  }
}
