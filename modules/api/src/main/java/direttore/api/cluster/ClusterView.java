package direttore.api.cluster;

import direttore.domain.cluster.ClusterState;
import direttore.domain.node.Node;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cluster as a whole in answers. */
record ClusterView(
    @Nullable String name,
    @Nullable String version,
    @Nullable Boolean quorate,
    int nodesOnline,
    int nodesTotal) {
  static ClusterView of(ClusterState state, List<Node> nodes) {
    return new ClusterView(
        state.name(),
        lowest(nodes),
        state.quorate(),
        (int) nodes.stream().filter(Node::online).count(),
        nodes.size());
  }

  private static @Nullable String lowest(List<Node> nodes) {
    return nodes.stream()
        .map(Node::version)
        .filter(Objects::nonNull)
        .min(Comparator.comparing(ClusterView::numbers, Arrays::compare))
        .orElse(null);
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\D+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
