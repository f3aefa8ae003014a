package direttore.worker.allocation;

import direttore.domain.allocation.AddressSpace;
import direttore.domain.allocation.Allocation;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A NetBox that has addresses, of others and by allocations. */
final class FakeAddressSpace implements AddressSpace {
  final Map<UUID, String> ours = new HashMap<>();
  final Set<String> foreign = new HashSet<>();
  final Deque<Kind> failures = new ArrayDeque<>();
  Runnable touch = () -> {};
  int made;

  private void fail() {
    var kind = failures.poll();
    if (kind != null) {
      throw new SystemFailure("NetBox", kind, "it failed", null);
    }
  }

  @Override
  public long hold(Allocation allocation) {
    touch.run();
    fail();
    if (foreign.contains(allocation.cidr()) || ours.containsValue(allocation.cidr())) {
      throw new SystemFailure(
          "NetBox", new Kind.Exists(), "Duplicate IP address found: " + allocation.cidr(), null);
    }
    ours.put(allocation.id(), allocation.cidr());
    made++;
    touch.run();
    return 77;
  }

  @Override
  public Optional<Long> find(UUID allocation) {
    touch.run();
    return ours.containsKey(allocation) ? Optional.of(77L) : Optional.empty();
  }

  @Override
  public Released release(UUID allocation) {
    touch.run();
    fail();
    ours.remove(allocation);
    touch.run();
    return Released.GONE;
  }
}
