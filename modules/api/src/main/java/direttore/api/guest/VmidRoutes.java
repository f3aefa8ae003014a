package direttore.api.guest;

import direttore.api.http.Answer;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.access.Right;
import direttore.domain.provision.Provisioning;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/proxmox/vmids}: which numbers are free for new guests. */
public final class VmidRoutes {
  private final Provisioning provisioning;

  public VmidRoutes(Provisioning provisioning) {
    this.provisioning = provisioning;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/proxmox/vmids/next", RequiredRight.of(Right.SEE), this::next),
        Route.get("/api/proxmox/vmids/{vmid}", RequiredRight.of(Right.SEE), this::check));
  }

  /** A suggestion. */
  record Next(int vmid) {}

  /** Whether a number is free, and what has it. */
  record Use(int vmid, boolean free, @Nullable String reason) {}

  private void next(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, new Next(provisioning.nextVmid().value()));
  }

  private void check(ServerRequest req, ServerResponse res) {
    var vmid = Paths.vmid(req);
    var holder = provisioning.holder(vmid);
    Answer.json(req, res, new Use(vmid.value(), holder.isEmpty(), holder.orElse(null)));
  }
}
