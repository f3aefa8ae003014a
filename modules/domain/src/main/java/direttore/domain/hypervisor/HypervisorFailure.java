package direttore.domain.hypervisor;

import direttore.domain.guest.GuestRef;
import direttore.domain.system.SystemFailure;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why Proxmox did not do what it was asked, told apart by what to do about it. */
@SuppressWarnings("serial") // handled where it arises, never serialised
public abstract sealed class HypervisorFailure extends SystemFailure {
  private static final String SYSTEM = "Proxmox";

  private HypervisorFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(SYSTEM, kind, message, cause);
  }

  /** Proxmox says no, and will say so again: a wrong parameter, a missing storage, no space. */
  public static final class Refused extends HypervisorFailure {
    private final Map<String, String> parameters;

    /**
     * @param parameters what it said of single parameters, by Proxmox's names
     */
    public Refused(String message, Map<String, String> parameters) {
      super(new Kind.Refused(), message, null);
      this.parameters = Map.copyOf(parameters);
    }

    public Map<String, String> parameters() {
      return parameters;
    }

    @Override
    public String explained() {
      return parameters.isEmpty()
          ? said().strip()
          : parameters.entrySet().stream()
              .map(e -> e.getKey() + ": " + e.getValue().strip())
              .sorted()
              .collect(Collectors.joining("; ", said().strip() + " ", ""));
    }
  }

  /** The credentials lack a right; the message names it. */
  public static final class Forbidden extends HypervisorFailure {
    public Forbidden(String message) {
      super(new Kind.Forbidden(), message, null);
    }
  }

  /**
   * The credentials were not accepted, so nothing was done. That passes where the cluster file
   * system restarts or an account is disabled for a moment.
   */
  public static final class NotSignedIn extends HypervisorFailure {
    public NotSignedIn(String message) {
      super(new Kind.NotSignedIn(), message, null);
    }
  }

  /** The guest is nowhere in the cluster, or the volume or task is not there. */
  public static final class Absent extends HypervisorFailure {
    public Absent(String message) {
      super(new Kind.Absent(), message, null);
    }
  }

  /** The guest is on another node by now; asking there helps. */
  public static final class Moved extends HypervisorFailure {
    private final transient GuestRef to;

    /**
     * @param to where it is now
     */
    public Moved(GuestRef to) {
      super(new Kind.Elsewhere(), "it is on %s now".formatted(to.node()), null);
      this.to = to;
    }

    public GuestRef to() {
      return to;
    }
  }

  /** The VMID is taken. */
  public static final class Exists extends HypervisorFailure {
    public Exists(String message) {
      super(new Kind.Exists(), message, null);
    }
  }

  /** Something holds the guest or its storage for a while; trying again later helps. */
  public static final class Locked extends HypervisorFailure {
    private final String holder;

    /**
     * @param holder what holds it, such as {@code backup}, or {@code another task} when unsaid
     */
    public Locked(String message, String holder) {
      super(new Kind.Locked(holder), message, null);
      this.holder = holder;
    }

    public String holder() {
      return holder;
    }
  }

  /** The guest's state does not allow it, such as a start of what runs. */
  public static final class WrongState extends HypervisorFailure {
    public WrongState(String message) {
      super(new Kind.WrongState(), message, null);
    }
  }

  /** The request reached nobody, so nothing was done; trying again later may help. */
  public static final class Unreachable extends HypervisorFailure {
    public Unreachable(String message, @Nullable Throwable cause) {
      super(new Kind.Unreachable(), message, cause);
    }
  }

  /** The request was sent but its answer was lost: it may have been done; look before repeating. */
  public static final class AnswerLost extends HypervisorFailure {
    public AnswerLost(String message, @Nullable Throwable cause) {
      super(new Kind.AnswerLost(), message, cause);
    }
  }
}
