package direttore.domain.mail;

import direttore.domain.access.MailAddress;
import java.util.UUID;

/**
 * A mail.
 *
 * @param id the same for each try, so that whoever gets it twice knows
 */
public record MailMessage(UUID id, MailAddress to, String subject, String text) {}
