package direttore.domain.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shall be different about somebody; null leaves it as it is. */
public record PersonChange(
    @Nullable String display,
    @Nullable Boolean disabled,
    @Nullable List<Grant> grants,
    @Nullable Set<TeamName> teams) {
  /** Whether they may sign in. */
  public static PersonChange disabled(boolean disabled) {
    return new PersonChange(null, disabled, null, null);
  }

  /** What they may do. */
  public static PersonChange grants(List<Grant> grants) {
    return new PersonChange(null, null, List.copyOf(grants), null);
  }
}
