package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Reading;
import direttore.domain.cluster.Template;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What new guests can be made from, of the whole cluster. */
public final class TemplateCatalog {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry e) -> e.template().content())
          .thenComparing(e -> e.template().volid());
  private final Cluster cluster;

  public TemplateCatalog(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * A template.
   *
   * @param nodes that have it, by name
   */
  public record Entry(Template template, List<NodeName> nodes) {
    public Entry {
      nodes = List.copyOf(nodes);
    }
  }

  private record Part(NodeName node, List<Template> templates, Instant at, String trouble) {}

  /** Each template once; a node that does not answer is named, and the rest is there. */
  public Reading<List<Entry>> all() {
    var nodes = cluster.nodes();
    var parts =
        EachNode.ask(
            nodes.value().stream().filter(Node::online).toList(), n -> read(n, nodes.at()));
    var troubles = new ArrayList<String>();
    if (nodes.trouble() != null) {
      troubles.add(nodes.trouble());
    }
    parts.stream().map(Part::trouble).filter(t -> !t.isEmpty()).distinct().forEach(troubles::add);
    var oldest = parts.stream().map(Part::at).reduce(nodes.at(), TemplateCatalog::earlier);
    return new Reading<>(
        merged(parts), oldest, troubles.isEmpty() ? null : String.join("; ", troubles));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Part read(Node node, Instant now) {
    try {
      var read = cluster.templates(node.name());
      var trouble = Objects.requireNonNullElse(read.trouble(), "");
      return new Part(node.name(), read.value(), read.at(), trouble);
    } catch (Refusal e) {
      var trouble = "%s: %s".formatted(node.name(), e.getMessage());
      return new Part(node.name(), List.of(), now, trouble);
    }
  }

  /** A volume of a shared storage is one, and so is the same image on two nodes. */
  private static List<Entry> merged(List<Part> parts) {
    var nodes = new LinkedHashMap<String, List<NodeName>>();
    var first = new LinkedHashMap<String, Template>();
    for (var part : parts) {
      for (var template : part.templates()) {
        var key = template.content() + " " + template.volid();
        first.putIfAbsent(key, template);
        nodes.computeIfAbsent(key, k -> new ArrayList<>()).add(part.node());
      }
    }
    return first.entrySet().stream()
        .map(e -> new Entry(e.getValue(), nodes.getOrDefault(e.getKey(), List.of())))
        .sorted(ORDER)
        .collect(Collectors.toUnmodifiableList());
  }
}
