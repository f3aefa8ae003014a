package direttore.store;

import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of an answer, read column by column; a column that may be null says so. */
public record Row(DbRow row) {
  public String text(String column) {
    return row.column(column).get(String.class);
  }

  public @Nullable String textOrNull(String column) {
    return value(column).map(Object::toString).orElse(null);
  }

  public int integer(String column) {
    return row.column(column).get(Integer.class);
  }

  public long number(String column) {
    return row.column(column).get(Long.class);
  }

  public @Nullable Long numberOrNull(String column) {
    return value(column).map(v -> ((Number) v).longValue()).orElse(null);
  }

  public @Nullable Double realOrNull(String column) {
    return value(column).map(v -> ((Number) v).doubleValue()).orElse(null);
  }

  public boolean flag(String column) {
    return row.column(column).get(Boolean.class);
  }

  public @Nullable UUID uuidOrNull(String column) {
    return value(column).map(UUID.class::cast).orElse(null);
  }

  public UUID uuid(String column) {
    return row.column(column).get(UUID.class);
  }

  public byte[] bytes(String column) {
    return row.column(column).get(byte[].class);
  }

  public Instant instant(String column) {
    return row.column(column).get(Timestamp.class).toInstant();
  }

  public @Nullable Instant instantOrNull(String column) {
    return value(column).map(v -> ((Timestamp) v).toInstant()).orElse(null);
  }

  private Optional<Object> value(String column) {
    return row.column(column).asOptional();
  }
}
