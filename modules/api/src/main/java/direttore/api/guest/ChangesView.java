package direttore.api.guest;

import java.util.List;

/**
 * What changed in the list of guests since a cursor.
 *
 * @param cursor what to ask with the next time
 * @param complete whether {@code guests} are all that there are, since the cursor was not known
 * @param guests new ones, and those of which more than figures changed
 * @param figures of others
 * @param gone ids that are no guest's any more
 */
record ChangesView(
    String cursor,
    boolean complete,
    List<GuestView> guests,
    List<GuestFigures> figures,
    List<Integer> gone) {}
