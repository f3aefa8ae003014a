package direttore.simulator.pve.schema;

import java.util.List;
import java.util.Map;

/** What a virtual machine's processor may be, beyond what each key of its property string says. */
final class CpuFormat implements PropertyStringFormat.Validator {
  /** The property string's name. */
  static final String NAME = "pve-vm-cpu-conf";

  private final List<String> models;

  /** Takes the models that QEMU knows. */
  CpuFormat(List<String> models) {
    this.models = models;
  }

  @Override
  public void verify(Map<String, String> cpu) throws Format.Malformed {
    var model = cpu.get("cputype");
    if (model == null) {
      throw new Format.Malformed("CPU is missing cputype");
    }
    if (!models.contains(model)
        && !model.startsWith("custom-")
        && !model.matches("host|max|x86-64-v[234].*")) {
      throw new Format.Malformed(
          "Built-in cputype '%s' is not defined (missing 'custom-' prefix?)".formatted(model));
    }
  }
}
