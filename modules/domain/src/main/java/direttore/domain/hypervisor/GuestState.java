package direttore.domain.hypervisor;

import org.jspecify.annotations.Nullable;

/**
 * A guest as its node knows it now.
 *
 * @param paused whether it runs and stands still
 * @param description the note on it, where the marker of the operation that made it stands
 * @param lock what holds it, such as {@code clone}, or null
 * @param haState the state that the HA manager wants, or null when it does not manage the guest
 */
public record GuestState(
    boolean running,
    boolean paused,
    boolean template,
    String description,
    @Nullable String lock,
    @Nullable String haState) {}
