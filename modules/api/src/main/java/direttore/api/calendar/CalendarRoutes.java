package direttore.api.calendar;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Exchange;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.rate.RateLimit;
import direttore.api.rate.Rates;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.People;
import direttore.domain.access.Person;
import direttore.domain.access.Right;
import direttore.domain.access.Secret;
import direttore.domain.calendar.CalendarFeed;
import direttore.domain.calendar.CalendarFeeds;
import direttore.domain.calendar.FeedName;
import direttore.domain.calendar.FeedScope;
import direttore.domain.calendar.ReservationCalendar;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Reservations as calendars read them: by an address with a secret, which needs no sign-in, and by
 * the export, which does.
 */
public final class CalendarRoutes {
  private static final System.Logger LOG = System.getLogger(CalendarRoutes.class.getName());
  private static final String FEED = "/api/calendar/{secret}.ics";
  private static final String NAME = "Reservations";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Calendars ask a few times an hour. */
  private static final RateLimit READINGS = new RateLimit("feed", 60, Duration.ofHours(1));

  private final CalendarFeeds feeds;
  private final ReservationCalendar calendar;
  private final People people;
  private final Rates rates;
  private final Clock clock;

  public CalendarRoutes(
      CalendarFeeds feeds, ReservationCalendar calendar, People people, Clock clock) {
    this.feeds = feeds;
    this.calendar = calendar;
    this.people = people;
    this.rates = new Rates(clock);
    this.clock = clock;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    return List.of(
        Route.get("/api/calendar/feeds", see, this::list),
        Route.post("/api/calendar/feeds", see, "feed.make", this::make),
        Route.delete("/api/calendar/feeds/{id}", see, "feed.revoke", this::revoke),
        Route.get(FEED, RequiredRight.NONE, this::read),
        Route.get("/api/reservations/export/ical", see, this::export));
  }

  /** A feed, and its address for the only time. */
  record MadeFeed(FeedView feed, String url) {}

  private void list(ServerRequest req, ServerResponse res) {
    var own = feeds.of(AuditedRequest.of(req).actor().id());
    Answer.json(req, res, own.stream().map(FeedView::of).toList());
  }

  private void make(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    requirePerson(actor);
    var fields = Fields.of(Body.object(req));
    var name = fields.made("name", fields.text("name"), FeedName::new);
    var scope =
        fields.required(
            "scope",
            fields.made("scope", fields.text("scope"), FeedScope::parse),
            new FeedScope.Mine());
    fields.refuseUnknown();
    fields.refuseIfAny();
    requireTeam(scope);
    var secret = Secret.fresh("");
    var feed =
        feeds.make(
            actor.id(), scope, name == null ? new FeedName(NAME) : name, secret, clock.instant());
    AuditedRequest.of(req).about("feed/" + feed.id());
    var url = base(req).resolve(FEED.replace("{secret}", secret.text()));
    res.status(Status.CREATED_201);
    Answer.json(req, res, new MadeFeed(FeedView.of(feed), url.toString()));
  }

  private void revoke(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "feed");
    AuditedRequest.of(req).about("feed/" + id);
    if (!feeds.revoke(AuditedRequest.of(req).actor().id(), id)) {
      throw new Refusal.NotFound("feed", id);
    }
    res.status(Status.NO_CONTENT_204).send();
  }

  private void read(ServerRequest req, ServerResponse res) {
    var feed = feeds.find(new Secret(Paths.text(req, "secret"))).orElseThrow(CalendarRoutes::none);
    var viewer = viewer(feed.person());
    var wait = rates.take(READINGS, feed.id().toString());
    if (!wait.isZero()) {
      throw new Refusal.Throttled("this calendar is read too often; once in 15 minutes does", wait);
    }
    note(feed);
    SheetAnswer.send(req, res, calendar.sheet(viewer, feed.scope(), feed.name(), base(req)));
  }

  private void export(ServerRequest req, ServerResponse res) {
    var scope = Query.text(req, "scope");
    SheetAnswer.send(
        req,
        res,
        calendar.sheet(
            AuditedRequest.of(req).actor(),
            scope == null ? new FeedScope.All() : FeedScope.parse(scope),
            NAME,
            base(req)));
  }

  /** As they may see now; whoever is let in no more has no feeds either. */
  private Actor viewer(UUID person) {
    return people
        .find(person)
        .filter(Person::admitted)
        .map(p -> p.actor(Actor.Via.LINK))
        .filter(actor -> actor.has(Right.SEE))
        .orElseThrow(CalendarRoutes::none);
  }

  /** Who only reads is not kept out by a database that takes no changes. */
  private void note(CalendarFeed feed) {
    var now = clock.instant();
    var last = feed.lastUsed();
    if (last == null || last.plus(MINUTE).isBefore(now)) {
      try {
        feeds.used(feed.id(), now);
      } catch (Refusal.DatabaseAway e) {
        LOG.log(Level.DEBUG, "that a feed was read is not noted", e);
      }
    }
  }

  private void requireTeam(FeedScope scope) {
    if (scope instanceof FeedScope.OfTeam(var team)
        && people.teams().stream().noneMatch(t -> t.name().equals(team))) {
      throw new Refusal.Unknown("team", "scope", "there is no team %s".formatted(team));
    }
  }

  private static void requirePerson(Actor actor) {
    if (actor.person().isEmpty()) {
      throw new Refusal.WrongState(
          "nobody signs in here (AUTH_MODE=none): calendars can read /api/reservations/export/ical",
          null);
    }
    if (actor.via() != Actor.Via.SESSION) {
      // A feed would outlive the token that made it.
      throw new Refusal.Forbidden(null, "An API token cannot make feeds; do it in a browser.");
    }
  }

  /** Says nothing about the secret. */
  private static Refusal.NotFound none() {
    return new Refusal.NotFound("calendar", "at this address");
  }

  /** Where this server is, as the client calls it. */
  private static URI base(ServerRequest req) {
    var scheme = Exchange.of(req).client().https() ? "https" : "http";
    return URI.create("%s://%s".formatted(scheme, req.headers().get(HeaderNames.HOST).get()));
  }
}
