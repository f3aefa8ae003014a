package direttore.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.start.StartRefusal.Broken;
import direttore.app.start.StartRefusal.Taken;
import direttore.app.start.StartRefusal.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  @TempDir Path parent;

  @Test
  void keepsAPasswordThatOnlyItsOwnerReads() throws IOException {
    var folder = DataFolder.open(parent.resolve("data"));

    var password = folder.password("dashboard.password");

    assertThat(password).hasSize(24).isEqualTo(folder.password("dashboard.password"));
    assertThat(permissions(folder.resolve("dashboard.password"))).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve(""))).isEqualTo("rwx------");
  }

  @Test
  void closesAnExistingFolderToOthersButNotOneThatEverybodyUses() throws IOException {
    var open = Files.createDirectory(parent.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataFolder.open(open);

    assertThat(permissions(open)).isEqualTo("rwx------");
    Files.setAttribute(open, "unix:mode", 01777);
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> DataFolder.open(open))
        .withMessageContaining("set DATA_DIR to a folder of its own");
  }

  @Test
  void letsOneProcessHaveAPart() {
    var folder = DataFolder.open(parent.resolve("data"));

    try (var claim = folder.claim("postgres")) {
      assertThat(claim).isNotNull();
      assertThatExceptionOfType(Taken.class)
          .isThrownBy(() -> folder.claim("postgres"))
          .withMessage(
              "The data folder %s is in use by process %d: stop it, or set DATA_DIR to another folder.",
              folder.resolve(""), ProcessHandle.current().pid());
    }
    folder.claim("postgres").close();
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws IOException {
    var file = Files.writeString(parent.resolve("file"), "");

    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> DataFolder.open(file.resolve("data")))
        .withMessageContaining("set DATA_DIR");
  }

  @Test
  void putsANewKeyInTheOldOnesPlace() throws IOException {
    var file = parent.resolve("secret.key");
    var key = new SecretKey(file, 32);
    var old = key.readOrMake();

    var fresh = key.makeNext();
    assertThat(key.makeNext()).isEqualTo(fresh);
    assertThat(key.next()).hasValue(fresh);
    assertThat(key.read()).hasValue(old);
    key.finishRotation();

    assertThat(key.read()).hasValue(fresh);
    assertThat(fresh).isNotEqualTo(old);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(key.next()).isEmpty();
  }

  @Test
  void keepsAKeyBetweenStartsAndMakesNoneUnasked() throws IOException {
    var file = parent.resolve("secret.key");
    var key = new SecretKey(file, 32);
    assertThat(key.read()).isEmpty();

    var made = key.readOrMake();

    assertThat(made).hasSize(32).isEqualTo(key.readOrMake());
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void refusesAFileThatHoldsNoKey() throws IOException {
    var file = Files.writeString(parent.resolve("secret.key"), "short\n");

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> new SecretKey(file, 32).readOrMake())
        .withMessageStartingWith("SECRET_KEY_FILE is " + file);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
