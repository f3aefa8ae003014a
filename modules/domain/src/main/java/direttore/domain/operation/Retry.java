package direttore.domain.operation;

import direttore.domain.guest.GuestSecrets;

/** How the orders of one family are ordered again; whether someone may is its own business. */
public interface Retry {
  /** Whether the order is one of it. */
  boolean has(Order order);

  /**
   * The new operation of the same order.
   *
   * @param again the secrets that came with the order, which were forgotten at its end
   */
  Operation retry(Operation earlier, GuestSecrets again, Submitter by);
}
