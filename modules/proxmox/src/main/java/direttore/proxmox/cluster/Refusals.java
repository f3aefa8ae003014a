package direttore.proxmox.cluster;

import direttore.domain.Refusal;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.function.Supplier;

/** Turns failures of the API into refusals for the person who asked. */
final class Refusals {
  private Refusals() {}

  /** What the call gives, where the named thing may be missing. */
  static <T> T asking(String kind, Object id, Supplier<T> call) {
    try {
      return call.get();
    } catch (ProxmoxFailure.Answered e) {
      throw e.meaning() == Meaning.NOT_FOUND ? new Refusal.NotFound(kind, id) : of(e);
    } catch (ProxmoxFailure e) {
      throw of(e);
    }
  }

  private static boolean away(ProxmoxFailure.Answered failure) {
    return failure.meaning() == Meaning.NODE_AWAY || failure.meaning() == Meaning.UNKNOWN_NODE;
  }

  static Refusal of(ProxmoxFailure failure) {
    return switch (failure) {
      case ProxmoxFailure.Answered e when away(e) ->
          new Refusal.Unreachable("Proxmox", e.sentence(), e);
      case ProxmoxFailure.Unreachable e -> new Refusal.Unreachable("Proxmox", e.sentence(), e);
      case ProxmoxFailure.AnswerLost e -> new Refusal.Unreachable("Proxmox", e.sentence(), e);
      case ProxmoxFailure.Answered e -> new Refusal.Upstream("Proxmox", e.sentence(), e);
      case ProxmoxFailure.Untrusted e -> new Refusal.Upstream("Proxmox", e.sentence(), e);
      case ProxmoxFailure.Unreadable e -> new Refusal.Upstream("Proxmox", e.sentence(), e);
    };
  }
}
