package direttore.proxmox.hypervisor;

import direttore.domain.hypervisor.HypervisorFailure;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.Map;
import java.util.function.Supplier;

/** Turns failures of the API into what a worker does about them. */
final class Failures {
  private Failures() {}

  /** What the call gives; what is not there is {@code Absent}. */
  static <T> T asking(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProxmoxFailure e) {
      throw of(e);
    }
  }

  /**
   * What a call gives that makes something; what is not there is what it was to be made from, so
   * that trying again is of no use.
   */
  static <T> T making(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProxmoxFailure e) {
      throw e instanceof ProxmoxFailure.Answered a
              && (a.meaning() == Meaning.NOT_FOUND || a.meaning() == Meaning.NO_GUEST)
          ? new HypervisorFailure.Refused(e.sentence(), a.errors())
          : of(e);
    }
  }

  static HypervisorFailure of(ProxmoxFailure failure) {
    var message = failure.sentence();
    return switch (failure) {
      case ProxmoxFailure.Answered answered -> of(answered);
      case ProxmoxFailure.Unreachable e -> new HypervisorFailure.Unreachable(message, e);
      case ProxmoxFailure.AnswerLost e -> new HypervisorFailure.AnswerLost(message, e);
      case ProxmoxFailure.Untrusted e -> new HypervisorFailure.Refused(message, Map.of());
      case ProxmoxFailure.Unreadable e -> new HypervisorFailure.AnswerLost(message, e);
    };
  }

  private static HypervisorFailure of(ProxmoxFailure.Answered e) {
    var message = e.sentence();
    return switch (e.meaning()) {
      case LOCKED, LOCK_TIMEOUT ->
          new HypervisorFailure.Locked(message, e.holder().orElse("another task"));
      case EXISTS -> new HypervisorFailure.Exists(message);
      case NO_GUEST, NOT_FOUND -> new HypervisorFailure.Absent(message);
      case FORBIDDEN -> new HypervisorFailure.Forbidden(message);
      case UNAUTHENTICATED -> new HypervisorFailure.NotSignedIn(message);
      case RUNNING, NOT_RUNNING, PROTECTED, HA_MANAGED, IN_USE, CHANGED ->
          new HypervisorFailure.WrongState(message);
      case NODE_AWAY, UNKNOWN_NODE, NO_QUORUM -> new HypervisorFailure.Unreachable(message, e);
      case NO_SPACE,
          UNSUPPORTED,
          STORAGE_AWAY,
          TIMED_OUT,
          INTERRUPTED,
          BAD_PARAMETERS,
          NOT_IMPLEMENTED,
          OTHER ->
          new HypervisorFailure.Refused(message, e.errors());
    };
  }
}
