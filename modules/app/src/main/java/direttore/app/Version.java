package direttore.app;

/** The version of the program. */
final class Version {
  private Version() {}

  /** The version that the build gave this module; without a build there is none. */
  static String current() {
    var descriptor = Main.class.getModule().getDescriptor();
    return descriptor == null ? "unpackaged" : descriptor.rawVersion().orElse("unpackaged");
  }
}
