package direttore.app.start;

/** The version of the program. */
public final class Version {
  private Version() {}

  /** The version that the build gave this module; without a build there is none. */
  public static String current() {
    var descriptor = Version.class.getModule().getDescriptor();
    return descriptor == null ? "unpackaged" : descriptor.rawVersion().orElse("unpackaged");
  }
}
