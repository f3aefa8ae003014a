package direttore.worker.reservation;

import direttore.domain.guest.GuestRef;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.Signs;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Asks guests beside, so that one that does not answer holds up no other: what is answered in the
 * meantime is told with the next look.
 */
public final class SignsBeside implements Signs {
  private static final System.Logger LOG = System.getLogger(SignsBeside.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final GuestSigns signs;
  private final Executor beside;
  private final Time time;
  private final Set<Question> asked = ConcurrentHashMap.newKeySet();
  private final Map<Question, Told> told = new ConcurrentHashMap<>();

  /** Of one guest in one round of its part. */
  private record Question(UUID part, int round, GuestRef guest) {}

  /** What was answered when. */
  private record Told(Answer answer, Instant when) {}

  public SignsBeside(GuestSigns signs, Executor beside, Time time) {
    this.signs = signs;
    this.beside = beside;
    this.time = time;
  }

  @Override
  public Optional<Answer> ask(Part part, GuestRef guest) {
    var old = time.now().minus(FRESH);
    told.values().removeIf(each -> each.when().isBefore(old));
    var question = new Question(part.id(), part.round(), guest);
    var before = told.remove(question);
    if (before == null && asked.add(question)) {
      beside.execute(() -> ask(question, part));
    }
    return Optional.ofNullable(before).map(Told::answer);
  }

  private void ask(Question question, Part part) {
    try {
      var lack = signs.lack(part, question.guest());
      told.put(question, new Told(new Answer(lack), time.now()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "guest %s cannot be asked".formatted(question.guest()), e);
    } finally {
      asked.remove(question);
    }
  }
}
