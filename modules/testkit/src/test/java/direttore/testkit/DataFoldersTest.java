package direttore.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFoldersTest {
  @TempDir Path parent;

  @Test
  void twoHaveTheProgramsInCommonAndOnlyTheirOwnerEntersThem() throws IOException {
    var first = DataFolders.sharing(parent.resolve("first"));
    var second = DataFolders.sharing(DataFolders.sharing(parent.resolve("second")));

    assertThat(first.resolve("programs").toRealPath())
        .isEqualTo(second.resolve("programs").toRealPath())
        .isDirectory();
    assertThat(Files.getPosixFilePermissions(first))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }
}
