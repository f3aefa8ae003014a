package direttore.api.guest;

import com.fasterxml.jackson.annotation.JsonProperty;
import direttore.domain.guest.Removal;
import java.util.List;

/** What goes with a guest's deletion, in answers. */
record RemovalView(
    boolean running,
    @JsonProperty("protected") boolean guarded,
    boolean haManaged,
    List<DetailView.DiskView> disks,
    List<String> snapshots,
    List<String> backupJobs,
    List<String> replicationJobs,
    List<String> unread) {
  static RemovalView of(Removal removal) {
    var guest = removal.guest();
    return new RemovalView(
        guest.running(),
        removal.guarded(),
        guest.haManaged(),
        removal.disks().stream().map(DetailView.DiskView::of).toList(),
        removal.snapshots(),
        removal.backupJobs(),
        removal.replicationJobs(),
        removal.unread());
  }
}
