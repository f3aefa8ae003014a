/**
 * HTTP to one host of another system: connections that are kept or not, certificates, and an end to
 * every wait. What is written is sent once.
 */
@NullMarked
package direttore.transport;

import org.jspecify.annotations.NullMarked;
