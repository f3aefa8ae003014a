package direttore.app.settings;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a worker does at once and which VMIDs it may hand out.
 *
 * @param threads 1 to 10,000 operations at once
 * @param clonesPerSource 1 to 64 clones of one template at once
 */
public record WorkSettings(int threads, int clonesPerSource, VmidRange vmids) {

  private static final Pattern RANGE = Pattern.compile("(\\d{3,9})\\s*-\\s*(\\d{3,9})");

  static WorkSettings of(Given given) {
    return new WorkSettings(
        given.integer(Setting.WORKER_THREADS, 1, 10_000),
        given.integer(Setting.CLONES_PER_SOURCE, 1, 64),
        given.parsed(
            Setting.VMID_RANGE,
            "first-last within 100-999999999, such as 1000-9999",
            WorkSettings::range));
  }

  private static Optional<VmidRange> range(String text) {
    var form = RANGE.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new VmidRange(vmid(form.group(1)), vmid(form.group(2))));
    } catch (Refusal.Invalid e) {
      return Optional.empty();
    }
  }

  private static VmId vmid(String digits) {
    return new VmId(Integer.parseInt(digits));
  }
}
