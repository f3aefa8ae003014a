package direttore.domain.reservation;

import java.util.List;

/** Changes resources, with what follows for those who have reserved them. */
public interface ResourceChanges {
  /**
   * Changes what an operator may change. Reservations that there are stay as they are, even where
   * there is less to share now. Of those that are {@link AtRisk#near near} and have what is out of
   * service before it is expected to be well again, those that asked for any of several get another
   * one where one is free, and the owners of all others are told; each once, until it is well again
   * or expected to be in time.
   *
   * @param by who changes it
   */
  Changed change(int id, ResourceChange change, String by);

  /**
   * The same for those that have come near since, by what is out of service. What should be back by
   * now and is not is not expected back at any known time from then on.
   */
  List<Changed> lookAhead();

  /**
   * What was changed.
   *
   * @param healed reservations that have another one now, by their numbers
   * @param told those that still have what is out of service
   */
  record Changed(Resource resource, List<Long> healed, List<Long> told) {
    public Changed {
      healed = List.copyOf(healed);
      told = List.copyOf(told);
    }
  }
}
