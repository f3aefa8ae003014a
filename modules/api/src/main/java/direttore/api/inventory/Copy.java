package direttore.api.inventory;

import direttore.api.http.ReadingAnswers;
import direttore.domain.Refusal;
import direttore.domain.cluster.Reading;
import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.Inventory;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Objects;

/** Answers from the copy, with its age; where there is none, why. */
public final class Copy {
  private final Inventory inventory;
  private final NetBoxPlace place;
  private final ReadingAnswers answers;

  public Copy(Inventory inventory, NetBoxPlace place, ReadingAnswers answers) {
    this.inventory = inventory;
    this.place = place;
    this.answers = answers;
  }

  Inventory inventory() {
    return inventory;
  }

  public NetBoxPlace place() {
    return place;
  }

  /** How it stands with the copy; refused where nothing was ever read whole. */
  public CopyState there() {
    var state = inventory.state();
    if (state.readAt() == null) {
      throw new Refusal.Upstream("NetBox", whyNone(state), null);
    }
    return state;
  }

  /** Why there is no copy, in NetBox's own words where it said any. */
  String whyNone(CopyState state) {
    return place.address() == null
        ? "no NetBox is set (NETBOX_URL)"
        : Objects.requireNonNullElse(state.trouble(), "it is being read for the first time");
  }

  /** Sends what was made of the copy. */
  public void send(ServerRequest req, ServerResponse res, CopyState state, Object view) {
    var at = Objects.requireNonNull(state.readAt());
    answers.send(req, res, new Reading<>(view, at, state.hindrance()));
  }
}
