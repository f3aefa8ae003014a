package direttore.simulator.pve.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one parameter, or one key of a property string, may hold. Optional unless said otherwise.
 *
 * @param needs another property that must be there too ({@code requires})
 * @param alias the key that this one stands for
 * @param keyAlias the key that takes this one's name as its value ({@code virtio=MAC})
 * @param main its value may stand in a property string without a key ({@code default_key})
 * @param last the highest index of an indexed parameter such as {@code net[n]}, else -1
 */
record Property(
    String name,
    Type type,
    boolean optional,
    List<Check> checks,
    @Nullable String needs,
    @Nullable String alias,
    @Nullable String keyAlias,
    boolean main,
    int last) {

  Property {
    checks = List.copyOf(checks);
  }

  private Property(String name, Type type) {
    this(name, type, true, List.of(), null, null, null, false, -1);
  }

  static Property text(String name) {
    return new Property(name, Type.STRING);
  }

  static Property text(String name, String format) {
    return text(name).with(new Check.HasFormat(format));
  }

  static Property flag(String name) {
    return new Property(name, Type.BOOLEAN);
  }

  static Property whole(String name) {
    return new Property(name, Type.INTEGER);
  }

  static Property whole(String name, double from, double to) {
    return whole(name).from(from).to(to);
  }

  static Property number(String name) {
    return new Property(name, Type.NUMBER);
  }

  static Property number(String name, double from, double to) {
    return number(name).from(from).to(to);
  }

  static Property array(String name) {
    return new Property(name, Type.ARRAY);
  }

  static Property choice(String name, String... values) {
    return text(name).among(values);
  }

  /** {@code net0 ... net31}: {@code indexed("net", 31, "pve-qm-net")}. */
  static Property indexed(String prefix, int last, String format) {
    var one = text(prefix, format);
    return new Property(prefix, one.type, true, one.checks, null, null, null, false, last);
  }

  /** A key that stands for another one. */
  static Property alias(String name, String of) {
    return new Property(name, Type.STRING, true, List.of(), null, of, null, false, -1);
  }

  /** A key whose name becomes the value of {@code model} and whose value that of {@code of}. */
  static Property alias(String name, String of, String model) {
    return new Property(name, Type.STRING, true, List.of(), null, of, model, false, -1);
  }

  Property required() {
    return new Property(name, type, false, checks, needs, alias, keyAlias, main, last);
  }

  Property needs(String other) {
    return new Property(name, type, optional, checks, other, alias, keyAlias, main, last);
  }

  /** Its value may stand without a key. */
  Property asMain() {
    return new Property(name, type, optional, checks, needs, alias, keyAlias, true, last);
  }

  Property format(String format) {
    return with(new Check.HasFormat(format));
  }

  Property like(String regex) {
    return with(new Check.Matches(regex));
  }

  Property atMostLong(int length) {
    return with(new Check.AtMostLong(length));
  }

  Property atLeastLong(int length) {
    return with(new Check.AtLeastLong(length));
  }

  Property from(double minimum) {
    return with(new Check.AtLeast(minimum));
  }

  Property to(double maximum) {
    return with(new Check.AtMost(maximum));
  }

  /** One of these; {@code mp0..255} stands for {@code mp0}, {@code mp1} and so on. */
  Property among(String... values) {
    return with(new Check.OneOf(Arrays.stream(values).flatMap(Property::series).toList()));
  }

  private static Stream<String> series(String value) {
    var dots = value.indexOf("0..");
    if (dots < 0) {
      return Stream.of(value);
    }
    var last = Integer.parseInt(value.substring(dots + 3));
    return IntStream.rangeClosed(0, last).mapToObj(i -> value.substring(0, dots) + i);
  }

  private Property with(Check check) {
    var all = new ArrayList<>(checks);
    all.add(check);
    all.sort(Comparator.comparingInt(Check::rank));
    return new Property(name, type, optional, all, needs, alias, keyAlias, main, last);
  }

  /** What is wrong with a sent value, or null. */
  @Nullable String complaint(String path, Object value) {
    var wrongType = type.complaint(value);
    if (wrongType != null || type == Type.ARRAY) {
      return wrongType;
    }
    var text = Type.text(value);
    for (var check : checks) {
      var complaint = check.complaint(path, text);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }
}
