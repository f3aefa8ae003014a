package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.life.Care;
import direttore.domain.reservation.life.NewPart;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Guests that a reservation brings into being.
 *
 * @param name the name of each; {@code {n}} in it stands for its number
 * @param node where they shall be, or null for wherever the reservation has a share
 * @param request the order of one, as JSON without secrets
 * @param atEnd what happens to them at the end, or null where it is as their reservation says
 * @param ready when each is ready
 * @param parts the order of each, with its secrets, while it is being booked; none once it is
 *     stored, as they are kept apart
 */
public record GuestsWanted(
    GuestKind kind,
    String name,
    int count,
    @Nullable NodeName node,
    String request,
    @Nullable AtEnd atEnd,
    Readiness ready,
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
    if (atEnd != null && atEnd.restores()) {
      throw new Refusal.Invalid("at_end", AtEnd.rule(AtEnd.OF_MADE));
    }
    if (kind == GuestKind.LXC && ready.check() == Readiness.Check.AGENT) {
      throw new Refusal.Invalid("ready.check", "must be another: containers have no agent");
    }
  }

  /** As it is stored. */
  public GuestsWanted(
      GuestKind kind, String name, int count, @Nullable NodeName node, String request) {
    this(kind, name, count, node, request, null, Readiness.RUNNING, List.of());
  }

  /** The same, ending and ready otherwise. */
  public GuestsWanted with(@Nullable AtEnd end, Readiness when) {
    return new GuestsWanted(kind, name, count, node, request, end, when, parts);
  }

  /** The same with the order of each. */
  public GuestsWanted ordered(List<NewPart> orders) {
    return new GuestsWanted(kind, name, count, node, request, atEnd, ready, orders);
  }

  /** What happens to them at the end of a reservation that says so much of all its guests. */
  public AtEnd end(AtEnd usual) {
    return atEnd == null ? usual.ofMade() : atEnd;
  }

  /** Whether one of them is called so. */
  public boolean includes(String guest) {
    return names().contains(guest);
  }

  /** The name of each. */
  public List<String> names() {
    return IntStream.rangeClosed(1, count).mapToObj(this::name).toList();
  }

  /** The field by which they are other guests than these; empty where they are the same. */
  public Optional<String> difference(GuestsWanted those) {
    if (kind != those.kind) {
      return Optional.of("kind");
    }
    if (!name.equals(those.name)) {
      return Optional.of("name");
    }
    if (count != those.count) {
      return Optional.of("count");
    }
    if (!Objects.equals(node, those.node)) {
      return Optional.of("node");
    }
    return request.equals(those.request) ? Optional.empty() : Optional.of("request");
  }

  /** What is done with each, where their reservation says so much of all its guests. */
  public Care care(AtEnd usual) {
    return Care.made(end(usual), ready);
  }

  /** The name of one of them, counted from 1. */
  public String name(int number) {
    return name.replace(NUMBER, Integer.toString(number));
  }
}
