package direttore.simulator.pve.job;

import direttore.simulator.journal.Journal;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The backup jobs (jobs.cfg) and replication jobs (replication.cfg). */
public final class Jobs {
  private static final String BACKUPS = "backup-job";
  private static final String REPLICATIONS = "replication-job";

  private final ConcurrentSkipListMap<String, Backup> backups = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Replication> replications =
      new ConcurrentSkipListMap<>();
  private final Journal journal;

  /** The jobs that the journal knows. */
  public Jobs(Journal journal) {
    this.journal = journal;
    journal.take(BACKUPS).forEach((id, row) -> backups.put(id, journal.value(row, Backup.class)));
    journal
        .take(REPLICATIONS)
        .forEach((id, row) -> replications.put(id, journal.value(row, Replication.class)));
  }

  /** A backup of some guests at a time. */
  public record Backup(String id, String schedule, String storage, List<Integer> vmids) {
    public Backup {
      vmids = List.copyOf(vmids);
    }
  }

  /**
   * Copies of a guest's disks on another node.
   *
   * @param number of the guest's jobs, from 0
   */
  public record Replication(int guest, int number, String target, String schedule) {
    /** Its name, such as {@code 100-0}. */
    public String id() {
      return guest + "-" + number;
    }
  }

  /** All backup jobs, by id. */
  public List<Backup> backups() {
    return List.copyOf(backups.values());
  }

  /** All replication jobs, by id. */
  public List<Replication> replications() {
    return List.copyOf(replications.values());
  }

  /** Adds or replaces a backup job. */
  public void put(Backup job) {
    backups.put(job.id(), job);
    journal.put(BACKUPS, job.id(), job);
  }

  /** Adds or replaces a replication job. */
  public void put(Replication job) {
    replications.put(job.id(), job);
    journal.put(REPLICATIONS, job.id(), job);
  }

  /** Takes a guest out of all jobs, and away those that are left without any. */
  public void forget(int vmid) {
    for (var job : backups()) {
      if (job.vmids().contains(vmid)) {
        var others = job.vmids().stream().filter(id -> id != vmid).toList();
        if (others.isEmpty()) {
          backups.remove(job.id());
          journal.remove(BACKUPS, job.id());
        } else {
          put(new Backup(job.id(), job.schedule(), job.storage(), others));
        }
      }
    }
    replications.values().stream()
        .filter(job -> job.guest() == vmid)
        .map(Replication::id)
        .toList()
        .forEach(id -> {
          replications.remove(id);
          journal.remove(REPLICATIONS, id);
        });
  }
}
