package direttore.worker.operation;

import direttore.domain.operation.Order;
import java.util.List;

/** All families of orders that this process carries out. */
record Families(List<Family> all) {
  Families {
    all = List.copyOf(all);
  }

  Family of(Order order) {
    return all.stream()
        .filter(family -> family.has(order))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(order.kind() + " is carried out by nobody"));
  }
}
