package direttore.api.guard;

import java.time.Duration;

/**
 * How much one request and one connection may take.
 *
 * @param longestLine bytes of the request line, from 128
 * @param largestHead bytes of the request line and all headers, not below {@code longestLine}
 * @param mostHeaders headers of one request, from 8
 * @param largestOrder bytes of the body of a request that changes something
 * @param largestOther bytes of any other body; nothing reads those
 * @param headTime from the first byte of a request to the end of its headers
 * @param bodyTime from the end of the headers to the end of the body
 * @param idleTime between two requests
 * @param connections open at once, from 1
 * @param share of them that one client may have, from 1, its event streams apart
 * @param streams of events that one client may have at once, from 1
 */
public record RequestLimits(
    int longestLine,
    int largestHead,
    int mostHeaders,
    int largestOrder,
    int largestOther,
    Duration headTime,
    Duration bodyTime,
    Duration idleTime,
    int connections,
    int share,
    int streams) {

  /** What suits a lab: far more than any client of ours sends. */
  public static final RequestLimits USUAL =
      new RequestLimits(
          8 * 1024,
          16 * 1024,
          100,
          256 * 1024,
          8 * 1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          4096,
          512,
          128);

  /** The same with fewer connections, of which one client can have half at most. */
  public RequestLimits within(int most) {
    return most >= connections
        ? this
        : new RequestLimits(
            longestLine,
            largestHead,
            mostHeaders,
            largestOrder,
            largestOther,
            headTime,
            bodyTime,
            idleTime,
            most,
            Math.clamp(most / 2, 1, share),
            Math.clamp(most / 4, 1, streams));
  }

  public RequestLimits {
    if (longestLine < 128 || largestHead < longestLine || mostHeaders < 8) {
      throw new IllegalArgumentException("a request needs room for its head");
    }
    if (largestOrder < 0 || largestOther < 0 || connections < 1 || share < 1 || streams < 1) {
      throw new IllegalArgumentException("sizes and numbers must not be negative");
    }
    if (!headTime.isPositive() || !bodyTime.isPositive() || !idleTime.isPositive()) {
      throw new IllegalArgumentException("times must be above zero");
    }
  }
}
