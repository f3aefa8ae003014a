package direttore.domain.hypervisor;

import direttore.domain.guest.GuestRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why Proxmox did not do what it was asked, told apart by what to do about it. */
@SuppressWarnings("serial") // handled where it arises, never serialised
public abstract sealed class HypervisorFailure extends RuntimeException {

  private HypervisorFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Proxmox says no, and will say so again: a wrong parameter, a missing storage, no space. */
  public static final class Refused extends HypervisorFailure {
    private final Map<String, String> parameters;

    /**
     * @param parameters what it said of single parameters, by Proxmox's names
     */
    public Refused(String message, Map<String, String> parameters) {
      super(message, null);
      this.parameters = Map.copyOf(parameters);
    }

    public Map<String, String> parameters() {
      return parameters;
    }
  }

  /** The credentials lack a right; the message names it. */
  public static final class Forbidden extends HypervisorFailure {
    public Forbidden(String message) {
      super(message, null);
    }
  }

  /**
   * The credentials were not accepted, so nothing was done. That passes where the cluster file
   * system restarts or an account is disabled for a moment.
   */
  public static final class NotSignedIn extends HypervisorFailure {
    public NotSignedIn(String message) {
      super(message, null);
    }
  }

  /** The guest is nowhere in the cluster, or the volume or task is not there. */
  public static final class Absent extends HypervisorFailure {
    public Absent(String message) {
      super(message, null);
    }
  }

  /** The guest is on another node by now; asking there helps. */
  public static final class Moved extends HypervisorFailure {
    private final transient GuestRef to;

    /**
     * @param to where it is now
     */
    public Moved(GuestRef to) {
      super("it is on %s now".formatted(to.node()), null);
      this.to = to;
    }

    public GuestRef to() {
      return to;
    }
  }

  /** The VMID is taken. */
  public static final class Exists extends HypervisorFailure {
    public Exists(String message) {
      super(message, null);
    }
  }

  /** Something holds the guest or its storage for a while; trying again later helps. */
  public static final class Locked extends HypervisorFailure {
    private final String holder;

    /**
     * @param holder what holds it, such as {@code backup}, or {@code another task} when unsaid
     */
    public Locked(String message, String holder) {
      super(message, null);
      this.holder = holder;
    }

    public String holder() {
      return holder;
    }
  }

  /** The guest's state does not allow it, such as a start of what runs. */
  public static final class WrongState extends HypervisorFailure {
    public WrongState(String message) {
      super(message, null);
    }
  }

  /** The request reached nobody, so nothing was done; trying again later may help. */
  public static final class Unreachable extends HypervisorFailure {
    public Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The request was sent but its answer was lost: it may have been done; look before repeating. */
  public static final class AnswerLost extends HypervisorFailure {
    public AnswerLost(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
