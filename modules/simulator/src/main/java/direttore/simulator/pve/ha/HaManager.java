package direttore.simulator.pve.ha;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.task.TaskProcess;
import direttore.simulator.pve.task.Tasks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out what is asked of the services, as root and a little later. */
public final class HaManager {
  private final Ha ha;
  private final Tasks tasks;
  private final WorkPace pace;
  private final Map<Kind, Drive> guests = new ConcurrentHashMap<>();

  /** The manager of these services. */
  public HaManager(Ha ha, Tasks tasks, WorkPace pace) {
    this.ha = ha;
    this.tasks = tasks;
    this.pace = pace;
  }

  /** Tells the manager how guests of a kind are started and stopped. */
  public void drive(Kind kind, GuestAction start, GuestAction stop) {
    guests.put(kind, new Drive(start, stop));
  }

  /** The task {@code hastart}: it only notes the request. */
  public String start(String node, Kind kind, int vmid, Caller caller) {
    return tasks.start(
        node,
        "hastart",
        String.valueOf(vmid),
        caller,
        worker -> {
          worker.log("Requesting HA start for %s %d".formatted(kind.title(), vmid));
          request(node, kind, vmid, "started");
        });
  }

  /** The task {@code hastop}: it only notes the request. */
  public String stop(String node, Kind kind, int vmid, Caller caller) {
    return tasks.start(
        node,
        "hastop",
        String.valueOf(vmid),
        caller,
        worker -> {
          worker.log("Requesting HA stop for %s %d".formatted(kind.title(), vmid));
          request(node, kind, vmid, "stopped");
        });
  }

  /** Notes a request and lets a task of root carry it out. */
  public void request(String node, Kind kind, int vmid, String state) {
    ha.find(kind.service(vmid)).ifPresent(s -> ha.put(s.requesting(state)));
    var how = guests.get(kind);
    if (how == null || state.equals("ignored")) {
      return;
    }
    var starts = state.equals("started");
    tasks.start(
        node,
        kind.task(starts ? "start" : "shutdown"),
        String.valueOf(vmid),
        Caller.ROOT,
        worker -> {
          worker.spend(pace.unit());
          (starts ? how.start : how.stop).on(node, vmid, worker);
        });
  }

  /** What is done to a guest; nothing where nothing is to do. */
  @FunctionalInterface
  public interface GuestAction {

    /** Does it. */
    void on(String node, int vmid, TaskProcess worker) throws InterruptedException;
  }

  private record Drive(GuestAction start, GuestAction stop) {}
}
