package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Arrays;
import java.util.Optional;

/** What an idempotency key made before, and by which request. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Earlier(long id, byte[] mac) {

  static Optional<Earlier> reservation(DbExecute execute, String by, String key) {
    return of(execute, "reservation", by, key);
  }

  static Optional<Earlier> series(DbExecute execute, String by, String key) {
    return of(execute, "reservation_series", by, key);
  }

  private static Optional<Earlier> of(DbExecute execute, String table, String by, String key) {
    return execute
        .createGet(
            "SELECT id, request_mac FROM %s WHERE booked_by = :by AND idempotency_key = :key"
                .formatted(table))
        .addParam("by", by)
        .addParam("key", key)
        .execute()
        .map(Row::new)
        .map(row -> new Earlier(row.number("id"), row.bytes("request_mac")));
  }

  /** Its id, where it was the same request. */
  long by(byte[] request, String key) {
    if (!Arrays.equals(mac, request)) {
      throw new Refusal.KeyReused(key);
    }
    return id;
  }
}
