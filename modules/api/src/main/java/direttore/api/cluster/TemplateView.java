package direttore.api.cluster;

import direttore.domain.cluster.Template;
import direttore.domain.guest.VmId;
import org.jspecify.annotations.Nullable;

/**
 * What a guest can be made from, in answers.
 *
 * @param content {@code iso}, {@code vztmpl}, or {@code vm} and {@code lxc} for what can be cloned
 * @param vmid the guest to clone, null for files
 */
record TemplateView(
    String volid, String content, long size, String name, String storage, @Nullable Integer vmid) {
  static TemplateView of(Template template) {
    return new TemplateView(
        template.volid(),
        word(template.content()),
        template.size(),
        template.name(),
        template.storage(),
        number(template.vmid()));
  }

  private static String word(Template.Content content) {
    return switch (content) {
      case ISO -> "iso";
      case VZTMPL -> "vztmpl";
      case VM -> "vm";
      case CONTAINER -> "lxc";
    };
  }

  private static @Nullable Integer number(@Nullable VmId vmid) {
    return vmid == null ? null : vmid.value();
  }
}
