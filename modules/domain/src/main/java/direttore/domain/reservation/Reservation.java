package direttore.domain.reservation;

import direttore.domain.access.Actor;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That something is somebody's for a time.
 *
 * @param id also the lane of its whole claims
 * @param uid its name in calendars: that of its series, where it is of one
 * @param version rises with each change
 * @param sequence rises with each change that calendars must notice
 * @param series what it repeats with, or null
 * @param guests what it brings into being
 * @param checkIn what somebody has to do so that it is not returned early, or null for nothing
 * @param replaces the reservation whose place it takes once it is approved, or null
 * @param reason why it is in its phase, where somebody or something said it, or null
 */
public record Reservation(
    long id,
    String uid,
    ReservationKind kind,
    Details details,
    Times times,
    Status status,
    Phase phase,
    int version,
    int sequence,
    Margins margins,
    AtStart atStart,
    AtEnd atEnd,
    List<GuestsWanted> guests,
    @Nullable CheckIn checkIn,
    @Nullable InSeries series,
    List<Claim> claims,
    @Nullable Long replaces,
    Instant created,
    Instant changed,
    @Nullable String reason) {
  /**
   * Which one of a series.
   *
   * @param occurrence when it began in its zone before anybody moved it
   * @param version of the series
   */
  public record InSeries(long id, String rule, LocalDateTime occurrence, int version) {}

  public Reservation {
    guests = List.copyOf(guests);
    claims = List.copyOf(claims);
  }

  /** What people see of its time. */
  public Window window() {
    return times.window();
  }

  /** What it holds while it is to come or under way. */
  public Window holds() {
    return margins.around(window());
  }

  /** Whether guests that are made for it are there when it is over, and somebody's. */
  public boolean stays() {
    return guests.stream().anyMatch(each -> !each.end(atEnd).destroys());
  }

  /**
   * What it holds of something; of how much somebody may have, of storages and of addresses of a
   * prefix for ever if its guests stay.
   */
  public Window holds(ClaimRequest claim) {
    var outlasting = claim.kind().outlasting() || claim instanceof ClaimRequest.OfPrefix;
    return outlasting && stays() ? new Window(holds().from(), Window.LATEST) : holds();
  }

  /** What was asked for, each once, in its order. */
  public List<ClaimRequest> requests() {
    return claims.stream()
        .sorted(Comparator.comparingInt(Claim::request))
        .collect(
            Collectors.toMap(Claim::request, Claim::wanted, (one, same) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** What it asks for, with a node that it was given of any asked for by its name. */
  public List<ClaimRequest> requestsNaming(NodeName node) {
    var requests = requests();
    var given =
        claims.stream()
            .filter(claim -> claim.resource().kind() == ResourceKind.NODE)
            .filter(claim -> claim.resource().name().equals(node.value()))
            .min(Comparator.comparingInt(Claim::request));
    if (given.isEmpty() || !(given.get().wanted() instanceof ClaimRequest.AnyOf any)) {
      return requests;
    }
    var request = given.get().request();
    var named =
        claims.stream()
            .filter(each -> each.request() == request)
            .filter(each -> each.resource().equals(given.get().resource()))
            .toList();
    var share = named.stream().map(Claim::share).filter(Objects::nonNull).reduce(Amount::plus);
    var instead = new ArrayList<ClaimRequest>();
    instead.add(new ClaimRequest.Named(ResourceKind.NODE, node.value(), share.orElse(null)));
    if (any.count() > named.size()) {
      var others = any.count() - named.size();
      instead.add(new ClaimRequest.AnyOf(any.kind(), any.tags(), any.share(), others));
    }
    var all = new ArrayList<>(requests);
    var at = all.indexOf(any);
    all.remove(at);
    all.addAll(at, instead);
    return all;
  }

  /** Whether there is something to be done at its start or its end. */
  public boolean brings() {
    return !guests.isEmpty() || atStart.starts() || !atEnd.equals(AtEnd.NOTHING);
  }

  /** Whether somebody may read what it is about. */
  public boolean openTo(Actor actor) {
    return !details.hidden() || details.party().includes(actor) || actor.operatesSomewhere();
  }

  /** The same as far as another. */
  public Reservation in(Phase other) {
    return copy(id, series, claims, other);
  }

  /** The same at another time. */
  public Reservation at(Window other) {
    var moved = times.at(other);
    return new Reservation(
        id, uid, kind, details, moved, status, phase, version, sequence, margins, atStart, atEnd,
        guests, checkIn, series, claims, replaces, created, changed, reason);
  }

  /** The same with other margins. */
  public Reservation holding(Margins other) {
    return new Reservation(
        id, uid, kind, details, times, status, phase, version, sequence, other, atStart, atEnd,
        guests, checkIn, series, claims, replaces, created, changed, reason);
  }

  /** The same with other claims. */
  public Reservation having(List<Claim> others) {
    return copy(id, series, others);
  }

  /** The same for another reason, or for none. */
  Reservation because(@Nullable String other) {
    return new Reservation(
        id, uid, kind, details, times, status, phase, version, sequence, margins, atStart, atEnd,
        guests, checkIn, series, claims, replaces, created, changed, other);
  }

  /** The same as one of a series. */
  public Reservation in(InSeries other) {
    return copy(id, other, claims);
  }

  /** The same under the number that it was stored with. */
  public Reservation numbered(long number) {
    return copy(number, series, claims);
  }

  /** The same under another name in calendars, of another series or of none. */
  public Reservation in(@Nullable InSeries other, String name) {
    return new Reservation(
        id, name, kind, details, times, status, phase, version, sequence, margins, atStart, atEnd,
        guests, checkIn, other, claims, replaces, created, changed, reason);
  }

  /** The same with another check-in. */
  public Reservation asking(@Nullable CheckIn other) {
    return asking(other, version, changed);
  }

  /** Somebody has checked in. */
  Reservation checkedIn(CheckIn answered, Instant now) {
    return asking(answered, version + 1, now);
  }

  private Reservation asking(@Nullable CheckIn other, int number, Instant at) {
    return new Reservation(
        id, uid, kind, details, times, status, phase, number, sequence, margins, atStart, atEnd,
        guests, other, series, claims, replaces, created, at, reason);
  }

  private Reservation copy(long number, @Nullable InSeries of, List<Claim> having) {
    return copy(number, of, having, phase);
  }

  private Reservation copy(long number, @Nullable InSeries of, List<Claim> having, Phase far) {
    return new Reservation(
        number, uid, kind, details, times, status, far, version, sequence, margins, atStart, atEnd,
        guests, checkIn, of, having, replaces, created, changed, reason);
  }
}
