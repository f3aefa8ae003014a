package direttore.worker.agenda;

import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyBook;
import direttore.domain.agenda.DutyRun;
import direttore.domain.agenda.DutyState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The duties of this process; what is known of them ends with it. */
final class ProcessDuties implements DutyBook {
  private final Map<String, DutyState> states = new ConcurrentSkipListMap<>();

  @Override
  public void note(String duty, Instant first, Instant latest) {
    states.merge(
        duty,
        DutyState.fresh(duty, Duty.Scope.PROCESS, first),
        (known, fresh) -> known.dueBy(latest));
  }

  @Override
  public Instant due(String duty) {
    return state(duty).due();
  }

  private DutyState state(String duty) {
    var state = states.get(duty);
    if (state == null) {
      throw new IllegalStateException("the duty %s was not noted".formatted(duty));
    }
    return state;
  }

  @Override
  public Optional<Turn> take(String duty, Instant now) {
    return state(duty).due().isAfter(now) ? Optional.empty() : Optional.of(new OwnTurn(duty));
  }

  @Override
  public List<DutyState> all() {
    return List.copyOf(states.values());
  }

  /** The agenda of the process never takes one duty twice at once. */
  private final class OwnTurn implements Turn {
    private final String duty;

    OwnTurn(String duty) {
      this.duty = duty;
    }

    @Override
    public void done(DutyRun run) {
      states.computeIfPresent(duty, (name, state) -> state.done(run));
    }

    @Override
    public void close() {}
  }
}
