package direttore.domain.guest;

import direttore.domain.Refusal;
import direttore.domain.Violations;
import java.util.List;

/**
 * A container to be made. Passwords and keys travel apart, in {@link GuestSecrets}.
 *
 * @param memory MiB
 * @param swap MiB
 * @param template the archive its root file system is unpacked from
 * @param nesting whether containers may run inside it
 * @param start whether it shall run once it is made
 */
public record NewContainer(
    GuestName hostname,
    int cores,
    int memory,
    int swap,
    String storage,
    DiskSize disk,
    String template,
    List<ContainerNic> nics,
    List<String> dns,
    boolean unprivileged,
    boolean nesting,
    String description,
    List<String> tags,
    boolean start) {
  public NewContainer {
    nics = List.copyOf(nics);
    dns = List.copyOf(dns);
    tags = List.copyOf(tags);
    var wrong = new Violations();
    Limits.compute(wrong, cores, memory);
    Limits.swap(wrong, swap);
    Limits.nics(wrong, nics.size());
    Limits.dns(wrong, dns);
    Limits.labels(wrong, description, tags);
    wrong.refuseIfAny();
    if (nics.stream().map(ContainerNic::name).distinct().count() < nics.size()) {
      throw new Refusal.Invalid("nics", "must have different names");
    }
  }

  /** The same with other interfaces. */
  public NewContainer with(List<ContainerNic> other) {
    return new NewContainer(
        hostname,
        cores,
        memory,
        swap,
        storage,
        disk,
        template,
        other,
        dns,
        unprivileged,
        nesting,
        description,
        tags,
        start);
  }
}
