package direttore.simulator.pve.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A guest: its configuration file and how it runs.
 *
 * @param config the configuration, its values as the file has them
 * @param pending changes that wait for a stop; an empty value deletes the key
 * @param snapshots their configurations by name
 */
public record Guest(
    int vmid,
    Kind kind,
    String node,
    SortedMap<String, String> config,
    SortedMap<String, String> pending,
    SortedMap<String, SortedMap<String, String>> snapshots,
    Run run) {

  public Guest {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    pending = Collections.unmodifiableSortedMap(new TreeMap<>(pending));
    snapshots = Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
  }

  /** A stopped guest with that configuration. */
  public static Guest stopped(int vmid, Kind kind, String node, Map<String, String> config) {
    return new Guest(
        vmid, kind, node, new TreeMap<>(config), new TreeMap<>(), new TreeMap<>(), Run.STOPPED);
  }

  /** A value of the configuration, or null. */
  public @Nullable String get(String key) {
    return config.get(key);
  }

  /** A value of the configuration, or {@code otherwise}. */
  public String get(String key, String otherwise) {
    return config.getOrDefault(key, otherwise);
  }

  /** A whole number of the configuration, or {@code otherwise}. */
  public long number(String key, long otherwise) {
    var value = config.get(key);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** The reason for which the configuration is locked, or null. */
  public @Nullable String lock() {
    return config.get("lock");
  }

  /** Is it a template? */
  public boolean isTemplate() {
    return "1".equals(config.get("template"));
  }

  /** Does it run? */
  public boolean running() {
    return run.running();
  }

  /** The same guest with that key set. */
  public Guest with(String key, String value) {
    var changed = new TreeMap<>(config);
    changed.put(key, value);
    return configured(changed);
  }

  /** The same guest without that key. */
  public Guest without(String key) {
    var changed = new TreeMap<>(config);
    changed.remove(key);
    return configured(changed);
  }

  /** The same guest with another configuration. */
  public Guest configured(Map<String, String> other) {
    return new Guest(vmid, kind, node, new TreeMap<>(other), pending, snapshots, run);
  }

  /** The same guest with other pending changes. */
  public Guest awaiting(Map<String, String> other) {
    return new Guest(vmid, kind, node, config, new TreeMap<>(other), snapshots, run);
  }

  /** The same guest with other snapshots. */
  public Guest remembering(SortedMap<String, SortedMap<String, String>> other) {
    return new Guest(vmid, kind, node, config, pending, other, run);
  }

  /** The same guest in another state. */
  public Guest running(Run state) {
    return new Guest(vmid, kind, node, config, pending, snapshots, state);
  }

  /** The same guest on another node. */
  public Guest movedTo(String other) {
    return new Guest(vmid, kind, other, config, pending, snapshots, run);
  }

  /** The same guest with other values, its snapshots' too. */
  public Guest renaming(UnaryOperator<String> value) {
    var renamed = new TreeMap<>(snapshots);
    renamed.replaceAll((name, old) -> replaced(old, value));
    return new Guest(
        vmid, kind, node, replaced(config, value), replaced(pending, value), renamed, run);
  }

  private static SortedMap<String, String> replaced(
      SortedMap<String, String> values, UnaryOperator<String> change) {
    var changed = new TreeMap<>(values);
    changed.replaceAll((key, value) -> change.apply(value));
    return changed;
  }

  /** SHA-1 over the configuration file, by which a client sees that it changed. */
  public String digest() {
    var file = new StringBuilder(256);
    section(file, config);
    section(file, pending);
    snapshots.forEach((name, snapshot) -> section(file.append('[').append(name), snapshot));
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha.digest(file.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void section(StringBuilder file, Map<String, String> values) {
    values.forEach((key, value) -> file.append(key).append(": ").append(value).append('\n'));
  }
}
