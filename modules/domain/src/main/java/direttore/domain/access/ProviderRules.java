package direttore.domain.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose word about groups counts, and what the groups give: the settings of today.
 *
 * @param issuer the provider that people sign in at; null where there is none, and nobody's word
 *     counts
 */
public record ProviderRules(@Nullable String issuer, GroupRoles roles) {
  /** Nobody vouches for anybody. */
  public static final ProviderRules NONE = new ProviderRules(null, new GroupRoles(List.of()));

  /** Whether the word of an issuer counts. */
  public boolean counts(@Nullable String by) {
    return issuer != null && issuer.equals(by);
  }
}
