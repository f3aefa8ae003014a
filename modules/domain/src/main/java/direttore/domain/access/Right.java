package direttore.domain.access;

/** Something that must be allowed to somebody before they can do it. */
public enum Right {
  /** All reading, of the whole lab. */
  SEE("see", "see the lab"),
  MAKE_GUESTS("make-guests", "make guests"),
  /** Power, snapshots, deletion, handing over; also cancelling and repeating operations. */
  CHANGE_GUESTS("change-guests", "change guests"),
  /** Reserving; also changing and ending what is theirs or their teams'. */
  BOOK("book", "book"),
  /** Saying yes or no to reservations that the rules ask an approval for. */
  APPROVE("approve", "approve reservations"),
  /** Keeping everybody off something for a time, as for maintenance. */
  BLACKOUT("blackout", "close what can be reserved"),
  /** Devices, VLANs and the like, what is out of service, and by which rules it is reserved. */
  MANAGE_RESOURCES("manage-resources", "manage what can be reserved"),
  /** Which other programs are told of reservations. */
  MANAGE_WEBHOOKS("manage-webhooks", "manage webhooks"),
  /** JobRunr's dashboard. */
  RUN_JOBS("run-jobs", "manage the job queue"),
  MANAGE_PEOPLE("manage-people", "manage people and teams"),
  READ_AUDIT("read-audit", "read who did what");

  private final String wire;
  private final String means;

  Right(String wire, String means) {
    this.wire = wire;
    this.means = means;
  }

  /** The word in answers. */
  public String wire() {
    return wire;
  }

  /** What it allows, as it stands after "may". */
  public String means() {
    return means;
  }
}
