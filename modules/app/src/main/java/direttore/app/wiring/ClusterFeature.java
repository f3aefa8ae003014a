package direttore.app.wiring;

import direttore.api.cluster.ClusterRoutes;
import direttore.api.health.ClusterHealth;
import direttore.api.health.Part;
import direttore.api.http.ReadingAnswers;
import direttore.api.task.TaskRoutes;
import java.util.stream.Stream;

/** The cluster with its nodes and their tasks. */
final class ClusterFeature {
  private ClusterFeature() {}

  static Feature of(Foundation base, ReadingAnswers readings) {
    var cluster = base.cluster();
    var health = new ClusterHealth(cluster);
    return Feature.of(
            Stream.of(
                new ClusterRoutes(cluster, readings).routes(), new TaskRoutes(cluster).routes()))
        .needing(new Part("cluster", health::trouble, health::flaw));
  }
}
