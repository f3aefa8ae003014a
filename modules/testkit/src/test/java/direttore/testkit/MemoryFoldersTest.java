package direttore.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryFoldersTest {
  private static final Path OTHER = Path.of("other");
  @TempDir Path place;

  @Test
  void memoryIsChosenWhereItHasRoom() throws IOException {
    assertThat(MemoryFolders.choose(place, 1, OTHER)).isEqualTo(place).isEmptyDirectory();
    assertThat(MemoryFolders.choose(place, Long.MAX_VALUE, OTHER)).isEqualTo(OTHER);
    assertThat(MemoryFolders.choose(place.resolve("absent"), 1, OTHER)).isEqualTo(OTHER);
  }

  @Test
  void onlyTheOwnerEntersAFolder() throws IOException {
    var folder = MemoryFolders.createIn(place);

    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatAKilledProcessLeftIsDeleted() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    var left = Files.createDirectory(place.resolve("direttore-test-%d-17".formatted(ended.pid())));
    Files.writeString(Files.createDirectory(left.resolve("data")).resolve("file"), "text");

    MemoryFolders.clean(place);

    assertThat(left).doesNotExist();
  }

  @Test
  void foldersInUseAndThoseOfOthersStay() throws IOException {
    var used = MemoryFolders.createIn(place);
    var foreign = Files.createDirectory(place.resolve("junit-17"));

    MemoryFolders.clean(place);

    assertThat(used).exists();
    assertThat(foreign).exists();
  }
}
