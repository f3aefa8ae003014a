package direttore.app.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a worker does at once and which VMIDs it may hand out.
 *
 * @param threads 1 to 1000 jobs at once
 * @param clonesPerSource 1 to 64 clones of one template at once
 */
public record WorkerSettings(int threads, int clonesPerSource, VmidRange vmids) {

  /**
   * VMIDs that the server may choose, both ends included.
   *
   * @param first from 100, the least that Proxmox VE knows
   * @param last to 999,999,999, the greatest
   */
  public record VmidRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("(\\d{3,9})\\s*-\\s*(\\d{3,9})");

    public VmidRange {
      if (first < 100 || last < first || last > 999_999_999) {
        throw new IllegalArgumentException("not a range of VMIDs: " + first + "-" + last);
      }
    }

    static Optional<VmidRange> parse(String text) {
      var form = FORM.matcher(text);
      if (!form.matches()) {
        return Optional.empty();
      }
      var first = Integer.parseInt(form.group(1));
      var last = Integer.parseInt(form.group(2));
      return first >= 100 && first <= last
          ? Optional.of(new VmidRange(first, last))
          : Optional.empty();
    }
  }

  static WorkerSettings of(Given given) {
    return new WorkerSettings(
        given.integer(Setting.WORKER_THREADS, 1, 1000),
        given.integer(Setting.CLONES_PER_SOURCE, 1, 64),
        given.parsed(
            Setting.VMID_RANGE,
            "first-last within 100-999999999, such as 1000-9999",
            VmidRange::parse));
  }
}
