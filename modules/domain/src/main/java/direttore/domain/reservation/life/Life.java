package direttore.domain.reservation.life;

import static java.util.stream.Collectors.toSet;

import direttore.domain.Refusal;
import direttore.domain.guest.Birth;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a reservation is, with its parts. Each method answers what it is after something has
 * happened; nothing is carried out by it.
 *
 * @param party whose it is, and so its guests
 * @param checkIn what somebody has to do so that it is not returned early, or null
 * @param bells what has not rung yet
 */
public record Life(
    long id,
    Party party,
    Phase phase,
    Status status,
    Window window,
    Margins margins,
    @Nullable CheckIn checkIn,
    List<Part> parts,
    List<Bell> bells) {
  /** Why nothing is begun for somebody who may not sign in any more. */
  public static final String DISABLED = "person-disabled";

  public Life {
    parts = List.copyOf(parts);
    bells = List.copyOf(bells);
  }

  /** One that was booked just now. */
  public Life booked() {
    return ringing(Bell.of(window, margins, checkIn, parts));
  }

  /** It was approved, or an offer of it was accepted. */
  public Life approved(Window its, Margins margin) {
    return new Life(id, party, Phase.BOOKED, Status.PENDING, its, margin, checkIn, parts, bells)
        .booked();
  }

  /** Something was due, and is done. */
  public Life rung(BellKind what, Instant now) {
    return rung(new Bell(what, now), now, Instant.EPOCH, null);
  }

  /**
   * The same, where something may speak against it.
   *
   * @param since from when on the program has been there all the time
   * @param against why nothing of it is begun now, or null
   */
  public Life rung(Bell bell, Instant now, Instant since, @Nullable Failure against) {
    var rung = due(bell, now, since);
    return against == null || rung.phase == phase || rung.phase.over()
        ? rung
        : rung.withheld(this, against);
  }

  /** The same, as it is told. */
  public static Failure disabled(Party party) {
    return new Failure(
        DISABLED,
        "The account of %s is disabled, so nothing was begun. It can be repaired all the same."
            .formatted(party.requester()));
  }

  /** What would have been begun just now stays as it was, and says why. */
  private Life withheld(Life before, Failure against) {
    var beginning =
        before.parts.stream().filter(part -> !begun(part)).map(Part::id).collect(toSet());
    return new Life(
        id,
        party,
        phase,
        status,
        window,
        margins,
        checkIn,
        IntStream.range(0, parts.size())
            .mapToObj(i ->
                beginning.contains(parts.get(i).id()) && begun(parts.get(i))
                    ? before.parts.get(i).withheld(against)
                    : parts.get(i))
            .toList(),
        bells);
  }

  private Life due(Bell due, Instant now, Instant since) {
    var what = due.what();
    if (new CheckedLife(this).putOff(what, now)) {
      return this;
    }
    var rest = ringing(bells.stream().filter(bell -> bell.what() != what).toList());
    return switch (what) {
      case PREPARE -> rest.prepared(now);
      case START -> new CheckedLife(rest.started(now)).begun(now);
      case CHECK_IN_BY -> new CheckedLife(rest).due(due.due(), now, since);
      case END -> rest.ended();
      // Also where its end was passed by, as while somebody else changed it.
      case DESTROY -> (now.isBefore(window.to()) ? rest : rest.ended()).graceOver();
      case APPROVE_BY ->
          phase == Phase.REQUESTED ? rest.in(Phase.LAPSED, Status.CANCELLED).silent() : rest;
      case OFFER_ENDS ->
          phase == Phase.OFFERED ? rest.in(Phase.LAPSED, Status.CANCELLED).silent() : rest;
      case CHECK_IN_FROM, CHECK_IN_WARN, WARN30, WARN5 -> rest;
    };
  }

  /** Somebody accepted an offer of it, and somebody else has to approve that. */
  public Life asked() {
    return in(Phase.REQUESTED, Status.PENDING).silent();
  }

  /** Somebody said no to it. */
  public Life refused() {
    return in(Phase.REFUSED, Status.CANCELLED).silent();
  }

  private Life prepared(Instant now) {
    return phase != Phase.BOOKED
        ? this
        : missed(now)
            ? in(Phase.MISSED, Status.COMPLETED).silent()
            : in(Phase.PREPARING, status)
                .wanting(part -> !begun(part), PartWant.PRESENT, PartState.MAKING);
  }

  private Life started(Instant now) {
    return switch (phase) {
      case BOOKED ->
          missed(now)
              ? in(Phase.MISSED, Status.COMPLETED).silent()
              : in(Phase.RUNNING, Status.ACTIVE)
                  .wanting(part -> !begun(part), PartWant.PRESENT, PartState.MAKING);
      case PREPARING -> in(Phase.RUNNING, Status.ACTIVE);
      default -> this;
    };
  }

  /** Nobody was there from before its start until after its end. */
  private boolean missed(Instant now) {
    return !now.isBefore(window.to());
  }

  private Life ended() {
    return switch (phase) {
      case BOOKED -> in(Phase.MISSED, Status.COMPLETED).silent();
      case PREPARING, RUNNING ->
          in(Phase.RETURNING, Status.COMPLETED)
              .wanting(Life::begun, PartWant.RESTING, PartState.ENDING)
              .leaving()
              .settled();
      default -> this;
    };
  }

  private Life graceOver() {
    return phase == Phase.RETURNING
        ? wanting(part -> begun(part) && part.atEnd().destroys(), PartWant.ABSENT, PartState.ENDING)
            .settled()
        : this;
  }

  /** What was not begun until now never will be. */
  private Life leaving() {
    return each(part -> begun(part) ? part : part.left());
  }

  private static boolean begun(Part part) {
    return part.want() != PartWant.NOTHING;
  }

  /** It was called off: nothing of it waits for a grace. */
  public Life cancelled() {
    return switch (phase) {
      case REQUESTED, OFFERED, BOOKED -> in(Phase.CALLED_OFF, Status.CANCELLED).silent();
      case PREPARING, RUNNING, RETURNING ->
          in(Phase.RETURNING, Status.CANCELLED)
              .silent()
              .wanting(
                  part -> begun(part) && part.atEnd().destroys() && part.want() != PartWant.ABSENT,
                  PartWant.ABSENT,
                  PartState.ENDING)
              .wanting(part -> part.want() == PartWant.PRESENT, PartWant.RESTING, PartState.ENDING)
              .leaving()
              .settled();
      case RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> this;
    };
  }

  /**
   * Its window or its margins are others now. Refuses with {@code WrongState} what comes too late.
   */
  public Life moved(Window other, Margins margin, Instant now) {
    var moved = new Life(id, party, phase, status, other, margin, checkIn, parts, bells);
    return switch (phase) {
      case REQUESTED, OFFERED -> moved;
      case BOOKED -> moved.ringing(moved.again(this, now, bell -> true));
      case PREPARING, RUNNING -> moved.under(this, now);
      case RETURNING -> moved.extended(now);
      case RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> throw tooLate("it is over");
    };
  }

  private Life under(Life before, Instant now) {
    var starts = before.phase == Phase.RUNNING;
    if (starts && !window.from().equals(before.window.from())) {
      throw tooLate("it has begun; only its end can change");
    }
    if (window.from().minus(margins.lead()).isAfter(now)) {
      throw tooLate("what it brings is being made; only its end can change");
    }
    return ringing(
        again(
            before,
            now,
            bell -> bell.what() != BellKind.PREPARE && (bell.what() != BellKind.START || !starts)));
  }

  /** Its bells after a change; those about a check-in that was put off stay as they are. */
  private List<Bell> again(Life before, Instant now, Predicate<Bell> which) {
    return Stream.concat(
            Bell.of(window, margins, null, parts).stream().filter(which),
            new CheckedLife(this).kept(before, now).stream())
        .toList();
  }

  /** Within the grace, what only rests is brought back. */
  private Life extended(Instant now) {
    if (!window.to().isAfter(now)) {
      throw tooLate("it has ended");
    }
    if (status == Status.CANCELLED || parts.stream().anyMatch(p -> p.want() == PartWant.ABSENT)) {
      throw tooLate("what it brought is being deleted");
    }
    var again =
        in(Phase.RUNNING, Status.ACTIVE)
            .wanting(part -> part.want() == PartWant.RESTING, PartWant.PRESENT, PartState.MAKING);
    return again.ringing(
        Bell.of(window, margins, null, parts).stream()
            .filter(bell -> bell.what() != BellKind.PREPARE && bell.what() != BellKind.START)
            .filter(bell -> bell.due().isAfter(now))
            .toList());
  }

  /** It was given back before its time. */
  public Life givenBack(Window shorter) {
    var due = Bell.of(shorter, margins, null, parts).stream();
    return new Life(
            id,
            party,
            phase,
            status,
            shorter,
            margins,
            checkIn,
            parts,
            due.filter(bell -> bell.what() == BellKind.DESTROY).toList())
        .ended();
  }

  /** Its guests are others, or taken care of another way. */
  public Life caring(Function<Part, Care> other) {
    var cared = each(part -> part.caring(other.apply(part)));
    return switch (phase) {
      case BOOKED -> cared.ringing(cared.again(this, window.from(), bell -> true));
      case PREPARING, RUNNING -> cared.graced();
      case REQUESTED, OFFERED, RETURNING, RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> cared;
    };
  }

  /** Whether anything waits for its grace follows from what becomes of its guests. */
  private Life graced() {
    var all = new ArrayList<>(bells);
    all.removeIf(bell -> bell.what() == BellKind.DESTROY);
    Bell.of(window, margins, null, parts).stream()
        .filter(bell -> bell.what() == BellKind.DESTROY)
        .forEach(all::add);
    return ringing(all);
  }

  private static Refusal tooLate(String why) {
    return new Refusal.WrongState("The reservation cannot be moved: %s.".formatted(why), null);
  }

  /** Whether what went wrong with it can be tried anew. */
  public boolean repairable(Part part) {
    return switch (part.state()) {
      case FAILED -> phase == Phase.PREPARING || phase == Phase.RUNNING;
      // A guest that was there may be somebody else's by now.
      case STUCK -> part.made() || !phase.over();
      case NONE, MAKING, READY, ENDING, RESTING, GONE -> false;
    };
  }

  /** What went wrong with these parts is tried anew. */
  public Life repaired(Set<UUID> which) {
    return wanting(
            part ->
                which.contains(part.id()) && part.state() == PartState.FAILED && repairable(part),
            PartWant.PRESENT,
            PartState.MAKING)
        .each(part ->
            which.contains(part.id()) && part.state() == PartState.STUCK && repairable(part)
                ? part.wanted(part.want(), PartState.ENDING)
                : part);
  }

  /** Somebody has looked at the guest of a part for the first time. */
  public Life born(UUID which, Birth birth) {
    return each(part -> part.id().equals(which) ? part.born(birth) : part);
  }

  /** A part waits for something, if it is in that round still. */
  public Life waiting(UUID which, int round, Waiting what) {
    return each(part ->
        part.id().equals(which) && part.round() == round && part.state().moving()
            ? part.waiting(what)
            : part);
  }

  /** A part has come to the end of its round; nothing where it is in another by now. */
  public Life settled(UUID which, int round, PartDecision.Settle end, Instant now) {
    var settled =
        each(part ->
                part.id().equals(which) && part.round() == round && part.state().moving()
                    ? part.settled(end)
                    : part)
            .settled();
    return new CheckedLife(settled).usable(this, now);
  }

  /** It is over once nothing of it moves and nothing is to come. */
  private Life settled() {
    var waits =
        bells.stream().anyMatch(bell -> bell.what() == BellKind.DESTROY)
            || parts.stream().anyMatch(part -> part.state().moving());
    return phase == Phase.RETURNING && !waits ? in(Phase.RETURNED, status) : this;
  }

  private Life wanting(Predicate<Part> which, PartWant want, PartState from) {
    return each(part -> which.test(part) ? part.wanted(want, from) : part);
  }

  private Life each(UnaryOperator<Part> change) {
    return new Life(
        id,
        party,
        phase,
        status,
        window,
        margins,
        checkIn,
        parts.stream().map(change).toList(),
        bells);
  }

  private Life in(Phase other, Status word) {
    return new Life(id, party, other, word, window, margins, checkIn, parts, bells);
  }

  private Life silent() {
    return ringing(List.of());
  }

  Life ringing(List<Bell> others) {
    return new Life(id, party, phase, status, window, margins, checkIn, parts, others);
  }
}
