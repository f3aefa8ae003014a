package direttore.worker.allocation;

import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocation.State;
import direttore.domain.allocation.Allocations;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.Span;
import direttore.domain.operation.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only allocation that there is. */
final class InMemoryAllocations implements Allocations {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private final Set<Address> tried = new HashSet<>();
  private Allocation one;
  Runnable touch = () -> {};

  InMemoryAllocations(UUID id, String address) {
    one =
        new Allocation(
            id,
            4,
            Address.parse(address),
            24,
            0,
            "",
            "ada",
            null,
            State.TAKING,
            NOON,
            NOON,
            null,
            null,
            null);
  }

  Allocation one() {
    return one;
  }

  private void change(Address address, State state, @Nullable Long addressId) {
    touch.run();
    one =
        new Allocation(
            one.id(),
            one.prefix(),
            address,
            one.length(),
            one.vrf(),
            one.description(),
            one.requester(),
            one.person(),
            state,
            one.created(),
            one.until(),
            addressId,
            one.use(),
            one.reservation());
    touch.run();
  }

  @Override
  public Optional<Allocation> takeAnother(UUID id, List<Address> candidates) {
    tried.add(one.address());
    var next = candidates.stream().filter(each -> !tried.contains(each)).findFirst();
    next.ifPresent(address -> change(address, one.state(), one.addressId()));
    return next.map(address -> one);
  }

  @Override
  public Optional<Allocation> find(UUID id) {
    return Optional.of(one);
  }

  @Override
  public void held(UUID id, long addressId) {
    if (one.state() == State.TAKING) {
      change(one.address(), State.HELD, addressId);
    }
  }

  @Override
  public boolean releasing(UUID id) {
    if (one.state() == State.RELEASING || one.state() == State.RELEASED) {
      return false;
    }
    change(one.address(), State.RELEASING, one.addressId());
    return true;
  }

  @Override
  public void released(UUID id) {
    change(one.address(), State.RELEASED, one.addressId());
  }

  @Override
  public Optional<Allocation> take(Wanted wanted, List<Address> candidates) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Address> claimed(long reservation, long prefix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean returning(long reservation, long prefix, Instant since) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Long, Allocation> ofAddresses(Collection<Long> addresses) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Allocation> within(long prefix, Span addresses) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Allocation> live() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Allocation> ofGuest(Subject guest) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void used(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean prolong(UUID id, Instant until) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long forget(Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Due> due(Instant now) {
    throw new UnsupportedOperationException();
  }
}
