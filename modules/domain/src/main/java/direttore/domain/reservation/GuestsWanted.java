package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.life.NewPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guests that a reservation brings into being.
 *
 * @param name the name of each; {@code {n}} in it stands for its number
 * @param node where they shall be, or null for wherever the reservation has a share
 * @param request the order of one, as JSON without secrets
 * @param parts the order of each, with its secrets, while it is being booked; none once it is
 *     stored, as they are kept apart
 */
public record GuestsWanted(
    GuestKind kind,
    String name,
    int count,
    @Nullable NodeName node,
    String request,
    List<NewPart> parts) {
  public static final int MOST = 200;
  public static final String NUMBER = "{n}";

  public GuestsWanted {
    parts = List.copyOf(parts);
    ReservedText.line("name", name, 1, 63);
    if (count < 1 || count > MOST) {
      throw new Refusal.Invalid("count", "must be 1 to %d".formatted(MOST));
    }
    if (count > 1 && !name.contains(NUMBER)) {
      throw new Refusal.Invalid("name", "must contain {n} where there are more than one");
    }
  }

  /** As it is stored. */
  public GuestsWanted(
      GuestKind kind, String name, int count, @Nullable NodeName node, String request) {
    this(kind, name, count, node, request, List.of());
  }

  /** The same with the order of each. */
  public GuestsWanted ordered(List<NewPart> orders) {
    return new GuestsWanted(kind, name, count, node, request, orders);
  }

  /** The name of one of them, counted from 1. */
  public String name(int number) {
    return name.replace(NUMBER, Integer.toString(number));
  }
}
