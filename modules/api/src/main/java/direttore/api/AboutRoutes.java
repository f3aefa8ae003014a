package direttore.api;

import direttore.api.http.Answer;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import java.util.List;

/** {@code /api/about}: what runs here. */
public final class AboutRoutes {
  private final About about;

  public AboutRoutes(About about) {
    this.about = about;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/about", RequiredRight.NONE, (req, res) -> Answer.json(req, res, about)));
  }
}
