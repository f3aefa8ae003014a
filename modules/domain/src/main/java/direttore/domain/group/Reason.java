package direttore.domain.group;

import direttore.domain.Refusal;
import direttore.domain.operation.Operation.Failure;

/** Why an order of a group was refused, as it is kept. */
public final class Reason {
  /** The key that a member's secrets were sealed with is another by now. */
  public static final Failure SEALED =
      new Failure(
          "sealed",
          "The passwords and keys of this order do not open with the key in SECRET_KEY_FILE.");

  private Reason() {}

  /** Whether it says nothing about what was ordered, so that the same may be taken later. */
  public static boolean passes(Refusal refusal) {
    return switch (refusal) {
      case Refusal.DatabaseAway r -> true;
      case Refusal.Overloaded r -> true;
      case Refusal.Throttled r -> true;
      case Refusal.Unreachable r -> true;
      default -> false;
    };
  }

  /** The refusal in a word and a sentence. */
  public static Failure of(Refusal refusal) {
    return new Failure(word(refusal), String.valueOf(refusal.getMessage()));
  }

  private static String word(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Invalid r -> "invalid";
      case Refusal.Several r -> word(r.refusals().getFirst());
      case Refusal.NotFound r -> "not-found";
      case Refusal.Moved r -> "moved";
      case Refusal.Unknown r -> "unknown-" + r.kind();
      case Refusal.VmidInUse r -> "vmid-in-use";
      case Refusal.NoSpace r -> "no-space";
      case Refusal.OverQuota r -> "over-quota";
      case Refusal.Impossible r -> "impossible";
      case Refusal.Busy r -> "busy";
      case Refusal.Locked r -> "locked";
      case Refusal.WrongState r -> "wrong-state";
      case Refusal.ReservationConflict r -> "reservation-conflict";
      case Refusal.RuleBroken r -> "rule";
      case Refusal.NodeReserved r -> "node-reserved";
      case Refusal.PoolFull r -> "pool-full";
      case Refusal.Stale r -> "changed";
      case Refusal.KeyReused r -> "idempotency-key-reused";
      case Refusal.Upstream r -> "upstream";
      case Refusal.Unreachable r -> "unreachable";
      case Refusal.DatabaseAway r -> "database-away";
      case Refusal.Overloaded r -> "overloaded";
      case Refusal.NotSignedIn r -> "not-signed-in";
      case Refusal.Forbidden r -> "forbidden";
      case Refusal.Throttled r -> "throttled";
    };
  }
}
