package direttore.domain.operation;

import direttore.domain.Refusal;
import java.util.List;

/** An order about something that is no guest: two looks at a device of that number. */
record DeviceCheck(int device) implements Order {
  enum Look implements StepKind {
    LOOK;

    @Override
    public String wire() {
      return "look";
    }
  }

  @Override
  public String kind() {
    return "check-device";
  }

  @Override
  public String about() {
    return "device " + device;
  }

  @Override
  public Subject subject() {
    return new Subject("device", Integer.toString(device));
  }

  @Override
  public List<Step> steps() {
    return List.of(Step.pending(Look.LOOK), Step.pending("look-again", Look.LOOK));
  }

  @Override
  public Refusal refusedBy(Operation holder) {
    return new Refusal.Busy(about() + " is being changed", holder.id());
  }
}
