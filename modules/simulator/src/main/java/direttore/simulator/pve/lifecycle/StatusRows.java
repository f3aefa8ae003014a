package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.guest.FixedRows;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.site.Site;

/** Guests of one kind as the API shows them. */
public abstract class StatusRows {
  /** Where the guests are. */
  protected final Site site;

  private final Usage usage;
  private final FixedRows fixed = new FixedRows(this::configured);

  protected StatusRows(Site site, Usage usage) {
    this.site = site;
    this.usage = usage;
  }

  /** An entry of the list of guests. */
  public final ResultRow listed(Guest guest) {
    var row = fixed.of(guest);
    return guest.running() ? running(guest, load(guest), row) : stopped(row);
  }

  /** The answer of .../status/current. */
  public abstract ResultRow current(Guest guest);

  /** What follows from the configuration alone. */
  protected abstract ResultRow configured(Guest guest);

  /** The row with the figures of a running guest. */
  protected abstract ResultRow running(Guest guest, Usage.Load load, ResultRow row);

  /** The row with the figures of a stopped guest. */
  protected abstract ResultRow stopped(ResultRow row);

  /** What the guest uses at present. */
  protected final Usage.Load load(Guest guest) {
    return usage.of(guest, site.now());
  }

  /** How many processors the guest has. */
  protected final Object cpus(Guest guest) {
    return Usage.cpus(guest, site.nodes().get(guest.node()).cpus());
  }

  /** What high availability says about the guest. */
  protected final ResultRow ha(Guest guest) {
    return site.ha()
        .find(guest.kind().service(guest.vmid()))
        .map(s -> ResultRow.of("managed", 1).with("state", s.state()).maybe("group", s.group()))
        .orElseGet(() -> ResultRow.of("managed", 0));
  }
}
