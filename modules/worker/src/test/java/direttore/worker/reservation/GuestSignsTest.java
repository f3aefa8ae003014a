package direttore.worker.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Readiness.Check;
import direttore.domain.reservation.life.Care;
import direttore.domain.reservation.life.GuestInside;
import direttore.domain.reservation.life.Lack;
import direttore.domain.reservation.life.Part;
import direttore.worker.time.SteppingTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestSignsTest {
  private static final GuestRef GUEST =
      new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(105));
  private final List<InetAddress> addresses = new ArrayList<>();
  private boolean agent;
  private boolean listening;
  private final GuestSigns signs =
      new GuestSigns(
          new GuestInside() {
            @Override
            public void requireAgent(GuestRef guest) {
              if (!agent) {
                throw new Refusal.Upstream("Proxmox", "QEMU guest agent is not running", null);
              }
            }

            @Override
            public List<InetAddress> addresses(GuestRef guest) {
              return addresses;
            }
          },
          this::listens);

  private boolean listens(InetSocketAddress port) {
    return listening && port.getPort() == 22;
  }

  private static Part part(Check check, @Nullable Integer port) {
    var start = new GuestAction.Power(PowerAction.START, 0, false);
    var ready = new Readiness(check, port, Readiness.USUAL);
    return Part.made(
        new UUID(7, 1),
        17,
        "pc-1",
        new Member(new GuestOrder(GUEST, start, Terms.USUAL), null),
        Care.made(AtEnd.DESTROY, ready));
  }

  @Test
  void tellsWhatIsLacking() {
    assertThat(signs.lack(part(Check.AGENT, null), GUEST))
        .isEqualTo(new Lack(Lack.Of.AGENT, "QEMU guest agent is not running"));
    assertThat(signs.lack(part(Check.PORT, 22), GUEST)).isEqualTo(new Lack(Lack.Of.ADDRESS, null));
    addresses.add(InetAddress.ofLiteral("10.0.0.5"));
    assertThat(signs.lack(part(Check.ADDRESS, null), GUEST)).isNull();
    assertThat(signs.lack(part(Check.PORT, 22), GUEST)).isEqualTo(new Lack(Lack.Of.PORT, null));
    listening = true;
    assertThat(signs.lack(part(Check.PORT, 22), GUEST)).isNull();
    assertThat(signs.lack(part(Check.PORT, 80), GUEST)).isEqualTo(new Lack(Lack.Of.PORT, null));
    agent = true;
    assertThat(signs.lack(part(Check.AGENT, null), GUEST)).isNull();
  }

  @Test
  void asksBesideAndTellsWithTheNextLook() {
    var beside = new ArrayDeque<Runnable>();
    var asked = new SignsBeside(signs, beside::add, new SteppingTime());
    var part = part(Check.AGENT, null);

    assertThat(asked.ask(part, GUEST)).isEmpty();
    assertThat(asked.ask(part, GUEST)).isEmpty();
    assertThat(beside).hasSize(1);
    agent = true;
    beside.remove().run();

    assertThat(asked.ask(part, GUEST).orElseThrow().lack()).isNull();
    assertThat(asked.ask(part, GUEST)).isEmpty();
    assertThat(beside).hasSize(1);
  }
}
