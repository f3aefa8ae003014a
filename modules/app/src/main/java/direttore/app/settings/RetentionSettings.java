package direttore.app.settings;

/**
 * How long what has ended is kept.
 *
 * @param operationDays 1 to 36,500 days after the end of an operation
 * @param auditDays 30 to 36,500 days
 * @param jobHours 1 to 8,784 hours after the end of a job of JobRunr
 */
public record RetentionSettings(int operationDays, int auditDays, int jobHours) {
  static RetentionSettings of(Given given) {
    return new RetentionSettings(
        given.integer(Setting.OPERATIONS_DAYS, 1, 36_500),
        given.integer(Setting.AUDIT_DAYS, 30, 36_500),
        given.integer(Setting.JOBS_HOURS, 1, 8_784));
  }
}
