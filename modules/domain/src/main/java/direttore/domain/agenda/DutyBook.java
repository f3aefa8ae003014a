package direttore.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When duties of one scope were done last and are due next. */
public interface DutyBook {
  /**
   * Notes a duty.
   *
   * @param first when one is due that is new
   * @param latest when one is due at the latest that is known, whatever its clock said
   */
  void note(String duty, Instant first, Instant latest);

  /** When a duty that was noted is due. */
  Instant due(String duty);

  /** Takes a duty in hand that is due then, if nobody else has it in hand. */
  Optional<Turn> take(String duty, Instant now);

  /** All that were noted, in the order of their names. */
  List<DutyState> all();

  /** A duty in hand, until it is closed or the process ends. */
  interface Turn extends AutoCloseable {
    /** Notes that it was done. */
    void done(DutyRun run);

    @Override
    void close();
  }
}
