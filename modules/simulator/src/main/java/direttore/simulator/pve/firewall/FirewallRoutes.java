package direttore.simulator.pve.firewall;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.Page;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.guest.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What is read below .../firewall: of guests that have no firewall file, as none here has. */
public final class FirewallRoutes {
  /** SHA-1 of an empty file. */
  private static final String DIGEST = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

  private final Guests guests;
  private final Kind kind;

  /** The routes over the guests of that kind. */
  public FirewallRoutes(Guests guests, Kind kind) {
    this.guests = guests;
    this.kind = kind;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    var all = "/nodes/{node}/%s/{vmid}/firewall".formatted(kind.type());
    router
        .on("GET", all, call -> index())
        .on("GET", all + "/aliases", this::none)
        .on("GET", all + "/aliases/{name}", call -> absent(call, "no such alias '%s'"))
        .on("GET", all + "/ipset", this::none)
        .on("GET", all + "/ipset/{name}", call -> absent(call, "no such IPSet '%s'"))
        .on("GET", all + "/log", this::log)
        .on("GET", all + "/options", this::options)
        .on("GET", all + "/refs", this::none)
        .on("GET", all + "/rules", this::none)
        .on("GET", all + "/rules/{pos}", this::rule);
  }

  private static List<ResultRow> index() {
    return Stream.of("aliases", "ipset", "log", "options", "refs", "rules")
        .map(name -> ResultRow.of("name", name))
        .toList();
  }

  private List<ResultRow> none(MethodCall call) {
    load(call);
    return List.of();
  }

  private ResultRow options(MethodCall call) {
    load(call);
    return ResultRow.of("digest", DIGEST);
  }

  private Object absent(MethodCall call, String text) {
    load(call);
    throw new Failure(text.formatted(call.required("name")));
  }

  private Object rule(MethodCall call) {
    load(call);
    throw new Failure("no rule at position " + call.parameters().integer("pos", 0));
  }

  private Page log(MethodCall call) {
    load(call);
    return new Page(List.of(ResultRow.of("n", 1).with("t", "no content")), 1);
  }

  private void load(MethodCall call) {
    guests.load(kind, call.node(), call.vmid());
  }
}
