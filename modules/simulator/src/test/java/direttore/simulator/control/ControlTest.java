package direttore.simulator.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import direttore.simulator.traffic.Traffic;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The switches of a system that is no Proxmox VE. */
final class ControlTest {
  private final Set<String> jammed = new HashSet<>();
  private final Faults strikes = new Faults();
  private final Control control =
      new Control(TaskClock.real(), new Traffic(), strikes, new Printers(jammed));

  @Test
  void asksTheSystemForFaultsThatAreNoStrikes() {
    assertThat(order("{\"kind\":\"jam\",\"printer\":\"lp0\"}").status()).isEqualTo(200);

    assertThat(jammed).containsExactly("lp0");
  }

  @Test
  void letsCallsToAnySystemBeStruck() {
    order("{\"kind\":\"drop-after\",\"method\":\"PRINT\",\"path\":\"/lp.\"}");

    assertThat(strikes.strike("PRINT", "/lp0")).containsExactly(new Fault.DropAfter());
  }

  @Test
  void refusesWhatNeitherKnows() {
    var answer = order("{\"kind\":\"node-offline\",\"node\":\"pve1\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.reason()).isEqualTo("kind is node-offline, which is no fault");
  }

  @Test
  void switchesBothOff() {
    order("{\"kind\":\"jam\",\"printer\":\"lp0\"}");
    order("{\"kind\":\"drop-before\"}");

    control.answer("DELETE", "/simulator/faults", new byte[0]);

    assertThat(jammed).isEmpty();
    assertThat(strikes.strike("PRINT", "/lp0")).isEmpty();
  }

  private Control.Answer order(String document) {
    return control.answer("POST", "/simulator/faults", document.getBytes(UTF_8));
  }

  private record Printers(Set<String> jammed) implements OwnFaults {
    @Override
    public boolean carryOut(FaultOrder order) {
      return order.kind().equals("jam") && jammed.add(order.text("printer"));
    }

    @Override
    public void clear() {
      jammed.clear();
    }
  }
}
