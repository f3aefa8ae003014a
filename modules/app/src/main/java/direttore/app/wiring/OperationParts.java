package direttore.app.wiring;

import direttore.api.operation.OperationNews;
import direttore.api.operation.OperationRoutes;
import direttore.api.operation.Orders;
import direttore.api.operation.OverruledReservations;
import direttore.domain.holding.Access;
import direttore.domain.operation.Dispatch;
import direttore.store.PgRetention;
import direttore.store.event.PgEvents;
import direttore.store.operation.PgOperations;
import java.util.List;
import java.util.stream.Stream;

/** Operations: how they are ordered, and how it goes. */
final class OperationParts {
  private static final int ORDER_CONNECTIONS = 6;

  private final Foundation base;
  private final PgOperations operations;
  private final Dispatch dispatch;
  private final OperationNews news;
  private final Orders orders;

  OperationParts(Foundation base, JobParts jobs, PgEvents events, OverruledReservations overruled) {
    this.base = base;
    this.operations = base.operations(base.database());
    this.dispatch = dispatch(jobs, events);
    this.news = base.lifetime().open(() -> new OperationNews(operations, events));
    this.orders = new Orders(operations, news, overruled);
  }

  private Dispatch dispatch(JobParts jobs, PgEvents events) {
    var ordering = base.operations(base.beside("orders", ORDER_CONNECTIONS));
    if (base.role().works()) {
      return new Dispatch(ordering, jobs.queue(), jobs.turns(), operation -> {});
    }
    var log = base.lifetime().open(() -> new OrderLog(ordering, events));
    return new Dispatch(ordering, jobs.queue(), jobs.turns(), log::accepted);
  }

  PgOperations operations() {
    return operations;
  }

  Dispatch dispatch() {
    return dispatch;
  }

  OperationNews news() {
    return news;
  }

  Orders orders() {
    return orders;
  }

  Feature feature(Access access) {
    var kept = base.settings().retention();
    var retention = new PgRetention(base.database());
    var groups = GroupParts.of(base, base.database(), dispatch);
    var routes = new OperationRoutes(operations, base.cluster(), access, groups::ended);
    return Feature.of(Stream.of(routes.routes()))
        .doing(List.of(RetentionDuties.operations(retention, kept, base.clock())));
  }
}
