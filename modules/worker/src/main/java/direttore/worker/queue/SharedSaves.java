package direttore.worker.queue;

import org.jobrunr.jobs.Job;
import org.jobrunr.storage.ConcurrentJobModificationException;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.ThreadSafeStorageProvider;

/** A store of jobs that saves changes of several jobs at the same moment in one transaction. */
final class SharedSaves extends ThreadSafeStorageProvider {
  private final Together<Job> changed;

  SharedSaves(StorageProvider storage) {
    super(storage);
    // Not by way of the superclass, which takes the lock of each job: whoever waits here has its
    // own, and changes nothing meanwhile.
    this.changed = new Together<>(storage::save);
  }

  @Override
  public Job save(Job job) {
    // JobRunr stores either new jobs or changed ones at once, not both.
    if (job.getVersion() == 0) {
      return super.save(job);
    }
    try {
      changed.add(job);
    } catch (ConcurrentJobModificationException e) {
      // The others that were saved with it are saved.
      if (e.getConcurrentUpdatedJobs().stream().anyMatch(j -> j.getId().equals(job.getId()))) {
        throw e;
      }
    }
    return job;
  }
}
