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
import java.util.ArrayList;
import java.util.List;
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
    var old = SecretKey.read(file, 32);
    var seen = new ArrayList<byte[]>();

    SecretKey.rotate(file, 32, (one, other) -> seen.addAll(List.of(one, other)));

    assertThat(seen.getFirst()).isEqualTo(old);
    assertThat(SecretKey.read(file, 32)).isEqualTo(seen.getLast()).isNotEqualTo(old);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(parent.resolve("secret.key.next")).doesNotExist();
  }

  @Test
  void goesOnWithTheKeyOfARotationThatWasCutOff() {
    var file = parent.resolve("secret.key");
    var old = SecretKey.read(file, 32);
    var seen = new ArrayList<byte[]>();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            SecretKey.rotate(
                file,
                32,
                (_, fresh) -> {
                  seen.add(fresh);
                  throw new IllegalStateException("cut off");
                }));
    assertThat(SecretKey.read(file, 32)).isEqualTo(old);
    SecretKey.rotate(file, 32, (_, fresh) -> seen.add(fresh));

    assertThat(seen.getLast()).isEqualTo(seen.getFirst());
  }

  @Test
  void keepsAKeyBetweenStarts() throws IOException {
    var file = parent.resolve("secret.key");

    var key = SecretKey.read(file, 32);

    assertThat(key).hasSize(32).isEqualTo(SecretKey.read(file, 32));
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void refusesAFileThatHoldsNoKey() throws IOException {
    var file = Files.writeString(parent.resolve("secret.key"), "short\n");

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> SecretKey.read(file, 32))
        .withMessageStartingWith("SECRET_KEY_FILE is " + file);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
