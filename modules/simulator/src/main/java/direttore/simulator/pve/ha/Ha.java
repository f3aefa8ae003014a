package direttore.simulator.pve.ha;

import direttore.simulator.journal.Journal;
import direttore.simulator.pve.guest.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The guests under high availability (resources.cfg). */
public final class Ha {
  private static final String TABLE = "ha";

  private final ConcurrentSkipListMap<String, Service> bySid = new ConcurrentSkipListMap<>();
  private final Journal journal;

  /** The services that the journal knows. */
  public Ha(Journal journal) {
    this.journal = journal;
    journal.take(TABLE).forEach((sid, row) -> bySid.put(sid, journal.value(row, Service.class)));
  }

  /** All services by name. */
  public List<Service> all() {
    return List.copyOf(bySid.values());
  }

  /** A service such as {@code vm:100}, if it is configured. */
  public Optional<Service> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  /** Is the guest configured as a service (service_is_configured)? */
  public boolean isConfigured(Kind kind, int vmid) {
    return bySid.containsKey(kind.service(vmid));
  }

  /** Does the manager start and stop the guest (vm_is_ha_managed)? */
  public boolean isManaged(Kind kind, int vmid) {
    return find(kind.service(vmid)).filter(s -> !s.state().equals("ignored")).isPresent();
  }

  /** Adds or replaces a service. */
  public void put(Service service) {
    bySid.put(service.sid(), service);
    journal.put(TABLE, service.sid(), service);
  }

  /** Takes a service away. */
  public void remove(String sid) {
    bySid.remove(sid);
    journal.remove(TABLE, sid);
  }

  /**
   * A guest under high availability.
   *
   * @param state the request: started, stopped, disabled or ignored
   */
  public record Service(
      String sid,
      String state,
      int maxRestart,
      int maxRelocate,
      @Nullable String group,
      @Nullable String comment) {

    /** The same service with another request. */
    public Service requesting(String other) {
      return new Service(sid, other, maxRestart, maxRelocate, group, comment);
    }

    /** Its guest. */
    public int vmid() {
      return Integer.parseInt(sid.substring(sid.indexOf(':') + 1));
    }

    /** Which kind of guest it is. */
    public Kind kind() {
      return sid.startsWith("vm:") ? Kind.QEMU : Kind.LXC;
    }
  }
}
