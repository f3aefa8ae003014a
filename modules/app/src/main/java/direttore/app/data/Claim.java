package direttore.app.data;

import direttore.app.start.StartRefusal.Broken;
import direttore.app.start.StartRefusal.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A lock that the operating system holds for this process and drops when the process ends. */
public final class Claim implements AutoCloseable {
  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /** Claims {@code file}, or refuses the start and names the process that has it. */
  static Claim on(Path file) {
    try {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        var owner = read(channel);
        channel.close();
        throw new Taken(
            "The data folder %s is in use by process %s: stop it, or set DATA_DIR to another folder."
                .formatted(file.getParent(), owner));
      }
      channel.truncate(0);
      channel.write(ascii(Long.toString(ProcessHandle.current().pid())));
      return new Claim(channel);
    } catch (IOException e) {
      throw new Broken("The data folder %s cannot be locked.".formatted(file.getParent()), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    return StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
