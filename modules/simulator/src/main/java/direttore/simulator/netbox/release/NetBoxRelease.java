package direttore.simulator.netbox.release;

/** A version of NetBox, with what differs between them. */
public enum NetBoxRelease {
  V4_4("4.4.10", "4.4"),
  V4_7("4.7.3", "4.7");

  private final String full;
  private final String series;

  NetBoxRelease(String full, String series) {
    this.full = full;
    this.series = series;
  }

  /** {@code 4.7.3}. */
  public String full() {
    return full;
  }

  /** {@code 4.7}. */
  public String series() {
    return series;
  }

  /** Has it what came with 4.5 to 4.7: ETags, tokens of version 2, cursors, choices as objects? */
  public boolean isModern() {
    return this != V4_4;
  }
}
