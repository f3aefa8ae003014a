package direttore.testkit;

import direttore.domain.access.Actor;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody may submit, as far as facts about operations need it. */
public final class Submissions {
  private Submissions() {}

  /** The start of a container. */
  public static GuestAction start() {
    return new GuestAction.Power(PowerAction.START, 0, false);
  }

  /** A new container. */
  public static GuestAction container() {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("ct"),
            1,
            256,
            0,
            "local-lvm",
            DiskSize.ofGib(2),
            "local:vztmpl/ubuntu.tar.gz",
            List.of(
                new ContainerNic("eth0", "vmbr0", null, new Addressing("dhcp", null, null, null))),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true));
  }

  /** Something of the container with that VMID. */
  public static Submission of(GuestAction action, int vmid) {
    return of(action, new VmidChoice.Given(new VmId(vmid)), null, "");
  }

  /**
   * Something of a container.
   *
   * @param key the idempotency key
   * @param body of the request
   */
  public static Submission of(
      GuestAction action, VmidChoice choice, @Nullable String key, String body) {
    return new Submission(
        new GuestOrder(
            ClusterName.MAIN, GuestKind.LXC, new NodeName("pve1"), choice, action, Terms.USUAL),
        GuestSecrets.NONE,
        new Submitter(Actor.stranger("ada"), key, List.of("POST", body)));
  }

  /** The lowest free VMID of that range. */
  public static VmidChoice.Free free(int first, int last, Integer... taken) {
    return new VmidChoice.Free(
        new VmidRange(new VmId(first), new VmId(last)),
        Set.copyOf(List.of(taken).stream().map(VmId::new).toList()));
  }
}
