package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: long, and not what everybody tries first (NIST SP 800-63B, 5.1.1.2). No
 * rules on kinds of characters: they make passwords worse.
 */
final class PasswordRule {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 1024;
  private static final int FEWEST_DIFFERENT = 5;
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "1qaz2wsx3edc4rfv5tgb6yhn");

  /** Words that lists of stolen passwords are full of, with or without digits around them. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passwort",
          "passwords",
          "mypassword",
          "thepassword",
          "newpassword",
          "passwordpassword",
          "motdepasse",
          "contrasena",
          "senha",
          "wachtwoord",
          "welcome",
          "welcomeback",
          "willkommen",
          "bienvenue",
          "letmein",
          "letmeinplease",
          "openthedoor",
          "opensesame",
          "changeme",
          "changemenow",
          "changethis",
          "pleasechangeme",
          "default",
          "defaultpassword",
          "secret",
          "topsecret",
          "supersecret",
          "mysecret",
          "secretpassword",
          "admin",
          "adminadmin",
          "administrator",
          "administrateur",
          "rootroot",
          "root",
          "toor",
          "superuser",
          "sysadmin",
          "operator",
          "user",
          "username",
          "guest",
          "test",
          "testing",
          "testtest",
          "testpassword",
          "demo",
          "demodemo",
          "temporary",
          "temppassword",
          "login",
          "qwerty",
          "qwertyuiop",
          "azerty",
          "qwertz",
          "asdfgh",
          "asdfasdf",
          "zxcvbn",
          "iloveyou",
          "iloveyousomuch",
          "loveyou",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "basketball",
          "superman",
          "batman",
          "spiderman",
          "starwars",
          "dragon",
          "monkey",
          "shadow",
          "master",
          "michael",
          "jennifer",
          "computer",
          "internet",
          "windows",
          "microsoft",
          "google",
          "facebook",
          "linkedin",
          "samsung",
          "iphone",
          "whatever",
          "trustno",
          "trustnoone",
          "freedom",
          "liverpool",
          "chelsea",
          "arsenal",
          "barcelona",
          "summer",
          "winter",
          "spring",
          "autumn",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "friday",
          "direttore",
          "proxmox",
          "proxmoxve",
          "netbox",
          "cisco",
          "ciscocisco",
          "juniper",
          "mikrotik",
          "arista",
          "nokia",
          "vmware",
          "linux",
          "ubuntu",
          "debian",
          "laboratory",
          "labpassword",
          "student",
          "teacher",
          "university",
          "correcthorsebatterystaple");

  private PasswordRule() {}

  /** Refuses what is too short, too long, or too well known. */
  static void check(String field, String password, PersonName person) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new Refusal.Invalid(field, "must have %d characters or more".formatted(SHORTEST));
    }
    if (password.length() > LONGEST) {
      throw new Refusal.Invalid(field, "must have at most %d characters".formatted(LONGEST));
    }
    if (wellKnown(password, person)) {
      throw new Refusal.Invalid(
          field, "is among those that are tried first; take a few words that nobody would expect");
    }
  }

  private static boolean wellKnown(String password, PersonName person) {
    var plain = password.toLowerCase(Locale.ROOT);
    // Digits and signs around a word hide it as little as those within it.
    var core = unleet(plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")).replaceAll("[^\\p{L}]", "");
    var name = person.value().replaceAll("@.*", "").replaceAll("[^\\p{L}]", "");
    return plain.chars().distinct().count() < FEWEST_DIFFERENT
        || isRun(plain)
        || COMMON.contains(core)
        || COMMON.contains(plain.replaceAll("[^\\p{L}]", ""))
        || (!name.isEmpty() && core.replace(name, "").length() < 3 && core.contains(name));
  }

  /** Whether it only walks along an alphabet or a keyboard, there or back, perhaps repeatedly. */
  private static boolean isRun(String plain) {
    var back = new StringBuilder(plain).reverse().toString();
    for (var run : RUNS) {
      var endless = run.repeat(2 + plain.length() / run.length());
      if (endless.contains(plain) || endless.contains(back)) {
        return true;
      }
    }
    return false;
  }

  private static String unleet(String text) {
    return text.replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i');
  }
}
