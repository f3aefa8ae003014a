package direttore.api.cluster;

import direttore.domain.node.NodeName;
import direttore.domain.provision.TemplateCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guest can be made from, in answers for the whole cluster.
 *
 * @param nodes that have it
 */
record CatalogView(
    String volid,
    String content,
    long size,
    String name,
    String storage,
    @Nullable Integer vmid,
    List<String> nodes) {
  static CatalogView of(TemplateCatalog.Entry entry) {
    var view = TemplateView.of(entry.template());
    return new CatalogView(
        view.volid(),
        view.content(),
        view.size(),
        view.name(),
        view.storage(),
        view.vmid(),
        entry.nodes().stream().map(NodeName::value).toList());
  }
}
