package direttore.store.reservation;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** For recordings of the JVM: a booking, from its turn until it was refused or durable. */
@Name("direttore.Decision")
@Label("Decision about a booking")
@Category("Direttore")
@StackTrace(false)
final class DecisionEvent extends Event {
  @Label("Booked")
  @SuppressWarnings("UnusedVariable") // the recorder reads it
  private boolean booked;

  static DecisionEvent begun() {
    var event = new DecisionEvent();
    event.begin();
    return event;
  }

  void ended(boolean booked) {
    this.booked = booked;
    commit();
  }
}
