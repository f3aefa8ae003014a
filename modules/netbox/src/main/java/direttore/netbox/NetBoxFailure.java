package direttore.netbox;

import direttore.domain.system.SystemFailure;
import org.jspecify.annotations.Nullable;

/** Why NetBox was not read, or did not do what it was asked. */
@SuppressWarnings("serial") // handled where it arises, never serialised
final class NetBoxFailure extends SystemFailure {
  NetBoxFailure(Kind kind, String message, @Nullable Throwable cause) {
    super("NetBox", kind, message, cause);
  }

  NetBoxFailure(Kind kind, String message) {
    this(kind, message, null);
  }
}
