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
import direttore.domain.operation.Order;
import direttore.domain.operation.StepKind;
import direttore.store.Row;
import direttore.store.order.OrderRows;
import io.helidon.dbclient.DbStatement;
import java.util.Locale;
import java.util.Optional;

/** How an order about a guest stands in the columns of its operation. */
public final class GuestOrderRows implements OrderRows {
  @Override
  public boolean has(Order order) {
    return order instanceof GuestOrder;
  }

  @Override
  public boolean has(String kind) {
    return GuestAction.KINDS.contains(kind);
  }

  @Override
  public GuestOrder read(Row row) {
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

  @Override
  public StepKind step(String word) {
    return GuestStep.of(word);
  }

  @Override
  public void write(DbStatement<?> statement, Order any) {
    var order = GuestOrder.of(any);
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

  @Override
  public void writeChange(DbStatement<?> statement, Order order) {
    writePlace(statement, GuestOrder.of(order));
    statement.addParam("changed", (Object) null);
  }

  /** Where its guest is, and under which VMID. */
  private static void writePlace(DbStatement<?> statement, GuestOrder order) {
    statement.addParam("node", order.node().value()).addParam("vmid", order.vmid().value());
  }
}
