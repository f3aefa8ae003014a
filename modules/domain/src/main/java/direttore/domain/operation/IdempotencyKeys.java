package direttore.domain.operation;

import java.util.Optional;

/**
 * Recognises requests that came before, ahead of any check of the cluster: the guest that the first
 * one made or deleted would otherwise have its repetition refused.
 */
public interface IdempotencyKeys {
  /**
   * The operation that the submitter's idempotency key made before; empty without a key. Refuses
   * with {@code KeyReused} when the key came with another request.
   */
  Optional<Operation> earlier(Submitter by);
}
