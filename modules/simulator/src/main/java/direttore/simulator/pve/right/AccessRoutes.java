package direttore.simulator.pve.right;

import direttore.simulator.journal.Journal;
import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.schema.ApiSchema;
import org.jspecify.annotations.Nullable;

/** The routes below /access; each change is kept. */
public final class AccessRoutes {
  private static final String TABLE = "access";

  private final AccessControl access;
  private final Journal journal;

  /** The routes of that access control. */
  public AccessRoutes(AccessControl access, Journal journal) {
    this.access = access;
    this.journal = journal;
  }

  /** Adds the routes. */
  public void addTo(Router router, ApiSchema schema) {
    for (var method : schema.methods()) {
      if (method.template().startsWith("/access")) {
        router.on(method.verb(), method.template(), this::answer);
      }
    }
  }

  /** Keeps the state as it is now. */
  public synchronized void keep() {
    journal.put(TABLE, "state", access.state());
  }

  private @Nullable Object answer(MethodCall call) {
    var answer = access.answer(call.method(), call.who(), call.parameters());
    if (!call.method().verb().equals("GET") && !call.method().template().equals("/access/ticket")) {
      keep();
    }
    return answer;
  }
}
