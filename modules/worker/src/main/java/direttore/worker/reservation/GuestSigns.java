package direttore.worker.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestRef;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.life.GuestInside;
import direttore.domain.reservation.life.Lack;
import direttore.domain.reservation.life.Part;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks a guest as its part wants it. */
public final class GuestSigns {
  private final GuestInside inside;
  private final Predicate<InetSocketAddress> answers;

  /**
   * @param answers whether a TCP port answers
   */
  public GuestSigns(GuestInside inside, Predicate<InetSocketAddress> answers) {
    this.inside = inside;
    this.answers = answers;
  }

  /** What the guest still lacks, or null where it is ready; may take seconds. */
  @Nullable Lack lack(Part part, GuestRef guest) {
    var ready = part.care().ready();
    return switch (ready.check()) {
      case NONE, RUNNING -> null;
      case AGENT -> agent(guest);
      case ADDRESS -> address(guest);
      case PORT -> port(guest, ready);
    };
  }

  private @Nullable Lack agent(GuestRef guest) {
    try {
      inside.requireAgent(guest);
      return null;
    } catch (Refusal e) {
      return new Lack(Lack.Of.AGENT, e.getMessage());
    }
  }

  private @Nullable Lack address(GuestRef guest) {
    try {
      return inside.addresses(guest).isEmpty() ? new Lack(Lack.Of.ADDRESS, null) : null;
    } catch (Refusal e) {
      return new Lack(Lack.Of.ADDRESS, e.getMessage());
    }
  }

  private @Nullable Lack port(GuestRef guest, Readiness ready) {
    List<InetAddress> there;
    try {
      there = inside.addresses(guest);
    } catch (Refusal e) {
      return new Lack(Lack.Of.ADDRESS, e.getMessage());
    }
    var port = ready.port();
    if (there.isEmpty() || port == null) {
      return new Lack(Lack.Of.ADDRESS, null);
    }
    return there.stream().map(at -> new InetSocketAddress(at, port)).anyMatch(answers)
        ? null
        : new Lack(Lack.Of.PORT, null);
  }
}
