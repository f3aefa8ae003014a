package direttore.api.guard;

/** Where the body of a request ends (RFC 9112, section 6). */
sealed interface RequestBody permits RequestBody.Counted, ChunkedBody {
  /** No body at all. */
  RequestBody NONE = new Counted(0);

  /**
   * Takes what belongs to it.
   *
   * @return where in {@code bytes} the part ends that it took, beginning with {@code from}
   * @throws direttore.api.http.HttpRefusal when it is not in order
   */
  int pass(byte[] bytes, int from);

  /** Whether it has come to its end. */
  boolean ended();

  /** A body of announced length. */
  final class Counted implements RequestBody {
    private long left;

    Counted(long length) {
      this.left = length;
    }

    @Override
    public int pass(byte[] bytes, int from) {
      var taken = (int) Math.min(left, bytes.length - from);
      left -= taken;
      return from + taken;
    }

    @Override
    public boolean ended() {
      return left == 0;
    }
  }
}
