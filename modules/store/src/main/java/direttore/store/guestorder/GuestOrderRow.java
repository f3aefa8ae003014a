package direttore.store.guestorder;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.StepKind;
import direttore.store.Row;
import io.helidon.dbclient.DbStatement;
import java.util.Locale;
import java.util.Optional;

/** How an order about a guest stands in the columns of its operation. */
public final class GuestOrderRow {
  private GuestOrderRow() {}

  public static GuestOrder read(Row row) {
    var vmid = new VmId(row.integer("vmid"));
    return new GuestOrder(
        new ClusterName(row.text("cluster")),
        GuestKind.valueOf(row.text("guest_kind").toUpperCase(Locale.ROOT)),
        new NodeName(row.text("node")),
        row.flag("vmid_chosen") ? new VmidChoice.Chosen(vmid) : new VmidChoice.Given(vmid),
        GuestOrderJson.ACTION.read(row.text("request")),
        Optional.ofNullable(row.textOrNull("terms"))
            .map(GuestOrderJson.TERMS::read)
            .orElse(Terms.USUAL));
  }

  /** A step of that word. */
  public static StepKind step(String kind) {
    return GuestStep.of(kind);
  }

  /** All that is stored once, when it is ordered. */
  public static void write(DbStatement<?> statement, GuestOrder order) {
    var size =
        order.action() instanceof GuestAction.Creation making ? making.size() : GuestSize.UNKNOWN;
    var terms = order.terms();
    statement
        .addParam("cluster", order.cluster().value())
        .addParam("guestKind", order.guestKind().wire())
        .addParam("chosen", order.vmidChosen())
        .addParam("request", GuestOrderJson.ACTION.write(order.action()))
        .addParam("terms", terms.equals(Terms.USUAL) ? null : GuestOrderJson.TERMS.write(terms))
        .addParam("cores", size.cores())
        .addParam("memory", size.memory())
        .addParam("disk", size.disk());
    writePlace(statement, order);
  }

  /** What may change while it is carried out: where its guest is, and under which VMID. */
  public static void writePlace(DbStatement<?> statement, GuestOrder order) {
    statement.addParam("node", order.node().value()).addParam("vmid", order.vmid().value());
  }
}
