package direttore.domain.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of operations, newest first.
 *
 * @param next the cursor of the page after it, or null at the end
 */
public record OperationPage(List<Operation> operations, @Nullable String next) {
  public OperationPage {
    operations = List.copyOf(operations);
  }
}
