package direttore.api.rate;

import java.time.Duration;

/**
 * What any client may do. Reads cost too little to be counted; orders are counted, and so is what
 * is refused, since trying what is not allowed is how passwords and addresses are guessed.
 *
 * @param orders requests that change something
 * @param refusals answers that say that something is unknown, forbidden or malformed
 */
public record Throttle(Rates rates, RateLimit orders, RateLimit refusals) {

  /** How long a client must wait before its request is heard; zero when it need not. */
  public Duration wait(String client, boolean order) {
    var refused = rates.look(refusals, client);
    return refused.isZero() && order ? rates.take(orders, client) : refused;
  }

  /** Counts an answer. */
  public void answered(String client, int status) {
    switch (status) {
      case 400, 401, 403, 404, 405, 421 -> rates.take(refusals, client);
      default -> {}
    }
  }
}
