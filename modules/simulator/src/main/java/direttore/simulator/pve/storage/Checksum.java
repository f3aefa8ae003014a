package direttore.simulator.pve.storage;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.task.TaskProcess;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The checksum that a file is to have; none is asked of most. */
record Checksum(@Nullable MessageDigest digest, String expected) {

  /** The one that the call names. */
  static Checksum of(MethodCall call) {
    var algorithm = call.text("checksum-algorithm");
    if (algorithm == null) {
      return new Checksum(null, "");
    }
    try {
      var name = algorithm.replaceFirst("sha", "SHA-").toUpperCase(Locale.ROOT);
      return new Checksum(MessageDigest.getInstance(name), call.required("checksum"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void update(byte[] bytes, int length) {
    if (digest != null) {
      digest.update(bytes, 0, length);
    }
  }

  /** Compares it, at the end of the file, as PVE::Tools and the upload do. */
  void verify(TaskProcess worker) {
    if (digest == null) {
      return;
    }
    var got = HexFormat.of().formatHex(digest.digest());
    worker.log("calculating checksum...");
    if (!got.equalsIgnoreCase(expected)) {
      throw new Failure("checksum mismatch: got '%s' != expect '%s'".formatted(got, expected));
    }
    worker.log("OK, checksum verified");
  }
}
