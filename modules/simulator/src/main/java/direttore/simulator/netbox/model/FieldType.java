package direttore.simulator.netbox.model;

import java.util.Locale;

/** What a field holds, or how its value follows from others. */
public enum FieldType {
  ID(false),
  URL(false),
  DISPLAY_URL(false),
  DISPLAY(false),
  TEXT(true),
  SLUG(true),
  CHOICE(true),
  BOOLEAN(true),
  INTEGER(true),
  DECIMAL(true),
  DATE(true),
  DATETIME(true),
  JSON(true),
  TEXT_LIST(true),
  REF(true),
  REFS(true),
  TAGS(true),
  CUSTOM_FIELDS(true),
  OBJECT_TYPE(true),
  OBJECT_ID(true),
  MAC(true),
  PREFIX(true),
  ADDRESS(true),
  STAMP(true),
  READ_ONLY(true),
  OBJECT(false),
  FAMILY(false),
  PRIMARY_MAC(false),
  PRIMARY_ADDRESS(false),
  REVERSE(false),
  COUNT(false),
  SUM(false),
  SIZE(false),
  LENGTH(false),
  PREFIX_TREE(false),
  DEPTH(false),
  PORT_MAPPINGS(false),
  TOTAL_IDS(false),
  UTILIZATION(false),
  IS_PRIMARY(false),
  DATA_TYPE(false),
  TERMINATIONS(true),
  CABLE(false),
  CONFIG_CONTEXT(false),
  CONSTANT(false);

  private final boolean stored;

  FieldType(boolean stored) {
    this.stored = stored;
  }

  static FieldType of(String word) {
    var upper = word.replaceAll("([A-Z])", "_$1").replace('-', '_').toUpperCase(Locale.ROOT);
    return valueOf(upper);
  }

  /** Does a row keep its value? */
  public boolean stored() {
    return stored;
  }

  /** May clients write it? */
  public boolean written() {
    return stored && this != STAMP && this != READ_ONLY;
  }
}
