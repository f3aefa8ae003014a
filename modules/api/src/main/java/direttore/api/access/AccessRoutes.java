package direttore.api.access;

import direttore.api.http.Route;
import direttore.domain.cluster.Cluster;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Everything about who is there and what they may do. */
public final class AccessRoutes {
  private final Identity identity;
  private final Cluster cluster;
  private final Clock clock;

  public AccessRoutes(Identity identity, Cluster cluster, Clock clock) {
    this.identity = identity;
    this.cluster = cluster;
    this.clock = clock;
  }

  public List<Route> routes() {
    var start = new SessionStart(identity.signIn(), clock);
    return Stream.of(
            new SignInRoutes(identity, start).routes(),
            new FederationRoutes(identity, start).routes(),
            new MeRoutes(identity, cluster, clock).routes(),
            new PeopleRoutes(identity, cluster).routes(),
            new TeamRoutes(identity).routes(),
            new OwnerRoutes(identity, cluster).routes(),
            new AuditRoutes(identity.audit()).routes())
        .flatMap(List::stream)
        .toList();
  }
}
