package direttore.domain.reservation;

/**
 * What people write about a reservation, and whose it is.
 *
 * @param hidden whether others see only that something is reserved
 */
public record Details(String title, String notes, Party party, Where where, boolean hidden) {
  public static final int LONGEST_TITLE = 200;
  public static final int LONGEST_NOTES = 4000;

  public Details {
    ReservedText.line("title", title, 1, LONGEST_TITLE);
    ReservedText.text("notes", notes, 0, LONGEST_NOTES);
  }
}
