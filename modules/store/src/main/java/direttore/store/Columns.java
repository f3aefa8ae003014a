package direttore.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An answer that came as one row, each column an array: many small rows would cost far more to
 * read. Without any, its columns are null. To be read while the answer is open.
 */
public record Columns(Row row) {
  private static final Object[] NONE = {};

  /** Numbers of which none is null. */
  public long[] numbers(String column) {
    var values = values(column);
    var numbers = new long[values.length];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = ((Number) values[i]).longValue();
    }
    return numbers;
  }

  public @Nullable Number[] numbersOrNull(String column) {
    var values = values(column);
    return Arrays.copyOf(values, values.length, Number[].class);
  }

  public boolean[] flags(String column) {
    var values = values(column);
    var flags = new boolean[values.length];
    for (var i = 0; i < flags.length; i++) {
      flags[i] = (Boolean) values[i];
    }
    return flags;
  }

  public @Nullable String[] texts(String column) {
    var values = values(column);
    return Arrays.copyOf(values, values.length, String[].class);
  }

  private Object[] values(String column) {
    var array = row.row().column(column).asOptional();
    try {
      return array.isEmpty() ? NONE : (Object[]) ((Array) array.get()).getArray();
    } catch (SQLException e) {
      throw new IllegalStateException("column %s holds no array".formatted(column), e);
    }
  }
}
